-- create enum role
CREATE TYPE "role" AS ENUM ('admin', 'it''s');

-- add column account.role
ALTER TABLE "account" ADD COLUMN "role" "role" NOT NULL DEFAULT 'it''s';
