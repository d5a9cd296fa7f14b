-- drop constraint child_b_fkey of child
ALTER TABLE "child" DROP CONSTRAINT "child_b_fkey";

-- drop constraint grandchild_a_b_fkey of grandchild
ALTER TABLE "grandchild" DROP CONSTRAINT "grandchild_a_b_fkey";

-- drop constraint parent_up_fkey of parent
ALTER TABLE "parent" DROP CONSTRAINT "parent_up_fkey";

-- alter column child.a (type)
ALTER TABLE "child" ALTER COLUMN "a" TYPE bigint;

-- alter column child.b (type)
ALTER TABLE "child" ALTER COLUMN "b" TYPE varchar(40) USING "b"::varchar(40);

-- alter column grandchild.a (type)
ALTER TABLE "grandchild" ALTER COLUMN "a" TYPE bigint;

-- alter column grandchild.b (type)
ALTER TABLE "grandchild" ALTER COLUMN "b" TYPE varchar(40) USING "b"::varchar(40);

-- alter column parent.id (type)
ALTER TABLE "parent" ALTER COLUMN "id" TYPE varchar(40) USING "id"::varchar(40);

-- alter column parent.up (type)
ALTER TABLE "parent" ALTER COLUMN "up" TYPE varchar(40) USING "up"::varchar(40);

-- create foreign key child_b_fkey on child
ALTER TABLE "child" ADD CONSTRAINT "child_b_fkey" FOREIGN KEY ("b") REFERENCES "parent" ("id") ON DELETE CASCADE;

-- create foreign key grandchild_a_b_fkey on grandchild
ALTER TABLE "grandchild" ADD CONSTRAINT "grandchild_a_b_fkey" FOREIGN KEY ("a", "b") REFERENCES "child" ("a", "b");

-- create foreign key parent_up_fkey on parent
ALTER TABLE "parent" ADD CONSTRAINT "parent_up_fkey" FOREIGN KEY ("up") REFERENCES "parent" ("id");
