-- add column account.active
ALTER TABLE "account" ADD COLUMN "active" boolean NOT NULL DEFAULT true;

-- add column account.note
ALTER TABLE "account" ADD COLUMN "note" text;

-- add column account.score
ALTER TABLE "account" ADD COLUMN "score" integer NOT NULL DEFAULT -5;
