-- alter column cat.name (default)
ALTER TABLE "cat" ALTER COLUMN "name" SET DEFAULT 'Kit';

-- alter column cat.age (comment)
COMMENT ON COLUMN "cat"."age" IS 'in years';

-- add column dog.name
ALTER TABLE "dog" ALTER COLUMN "name" SET DEFAULT 'Rex';

COMMENT ON COLUMN "dog"."name" IS 'what it hears';

-- backfill dog.age
UPDATE "dog" SET "age" = 0 WHERE "age" IS NULL;

-- alter column dog.age (nullable)
ALTER TABLE "dog" ALTER COLUMN "age" SET NOT NULL;

-- add column event_first.id
ALTER TABLE "event_first" ALTER COLUMN "id" SET DEFAULT 2;

-- drop column event_next.id
ALTER TABLE "event_next" ALTER COLUMN "id" SET DEFAULT 1;
