-- drop constraint child_parent_id_fkey of child
ALTER TABLE "child" DROP CONSTRAINT "child_parent_id_fkey";

-- drop constraint parent_pkey of parent
ALTER TABLE "parent" DROP CONSTRAINT "parent_pkey";

-- create primary key parent_number on parent
ALTER TABLE "parent" ADD CONSTRAINT "parent_number" PRIMARY KEY ("number");

-- create unique constraint parent_id_key on parent
ALTER TABLE "parent" ADD CONSTRAINT "parent_id_key" UNIQUE ("id");

-- create foreign key child_parent_id_fkey on child
ALTER TABLE "child" ADD CONSTRAINT "child_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE CASCADE;
