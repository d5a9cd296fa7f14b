-- alter column child.parent_id (type)
ALTER TABLE "child" ALTER COLUMN "parent_id" TYPE bigint;

-- alter column parent.id (type)
ALTER TABLE "parent" ALTER COLUMN "id" TYPE bigint;
