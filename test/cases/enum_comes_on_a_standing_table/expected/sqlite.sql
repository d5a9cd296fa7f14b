-- add column account.role
ALTER TABLE "account" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'it''s' CONSTRAINT "account_role_enum" CHECK ("role" IN ('admin', 'it''s'));
