-- alter column item.code (type)
ALTER TABLE "item" ALTER COLUMN "code" TYPE varchar(40) USING "code"::varchar(40);

-- backfill item.code
UPDATE "item" SET "code" = 'unknown' WHERE "code" IS NULL;

-- alter column item.code (nullable)
ALTER TABLE "item" ALTER COLUMN "code" SET NOT NULL;

-- alter column item.size (type, default)
ALTER TABLE "item" ALTER COLUMN "size" TYPE varchar(10) USING "size"::varchar(10);

ALTER TABLE "item" ALTER COLUMN "size" SET DEFAULT 'none';

-- backfill item.size
UPDATE "item" SET "size" = 'none' WHERE "size" IS NULL;

-- alter column item.size (nullable)
ALTER TABLE "item" ALTER COLUMN "size" SET NOT NULL;
