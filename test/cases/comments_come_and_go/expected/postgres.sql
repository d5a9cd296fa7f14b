-- alter column account.id (comment)
COMMENT ON COLUMN "account"."id" IS 'the id';

-- alter column account.name (comment)
COMMENT ON COLUMN "account"."name" IS 'it''s new';

-- alter column account.other (comment)
COMMENT ON COLUMN "account"."other" IS NULL;

-- comment table account
COMMENT ON TABLE "account" IS 'is; \ now';
