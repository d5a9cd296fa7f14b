-- alter column item.loud (generated)
ALTER TABLE "item" ALTER COLUMN "loud" DROP EXPRESSION;

-- backfill item.loud
UPDATE "item" SET "loud" = '?' WHERE "loud" IS NULL;

-- alter column item.loud (nullable)
ALTER TABLE "item" ALTER COLUMN "loud" SET NOT NULL;
