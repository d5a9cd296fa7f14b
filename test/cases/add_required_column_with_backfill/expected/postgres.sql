-- add column account.email
ALTER TABLE "account" ADD COLUMN "email" varchar(120);

-- backfill account.email
UPDATE "account" SET "email" = lower(name) WHERE "email" IS NULL;

-- alter column account.email (nullable)
ALTER TABLE "account" ALTER COLUMN "email" SET NOT NULL;

-- create unique constraint account_email_key on account
ALTER TABLE "account" ADD CONSTRAINT "account_email_key" UNIQUE ("email");
