-- add column account.active
ALTER TABLE "account" ADD COLUMN "active" BOOLEAN NOT NULL DEFAULT 1;

-- add column account.note
ALTER TABLE "account" ADD COLUMN "note" TEXT;

-- add column account.score
ALTER TABLE "account" ADD COLUMN "score" INTEGER NOT NULL DEFAULT -5;
