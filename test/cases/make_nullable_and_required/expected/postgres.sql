-- alter column account.name (nullable)
ALTER TABLE "account" ALTER COLUMN "name" DROP NOT NULL;

-- backfill account.nick
UPDATE "account" SET "nick" = '?' WHERE "nick" IS NULL;

-- alter column account.nick (nullable)
ALTER TABLE "account" ALTER COLUMN "nick" SET NOT NULL;
