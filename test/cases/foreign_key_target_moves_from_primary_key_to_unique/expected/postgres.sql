-- drop constraint parent_pkey of parent
ALTER TABLE "parent" DROP CONSTRAINT "parent_pkey";

-- create primary key parent_number on parent
ALTER TABLE "parent" ADD CONSTRAINT "parent_number" PRIMARY KEY ("number");

-- create unique constraint parent_id_key on parent
ALTER TABLE "parent" ADD CONSTRAINT "parent_id_key" UNIQUE ("id");
