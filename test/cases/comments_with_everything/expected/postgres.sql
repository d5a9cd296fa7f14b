-- alter column account.id (comment)
COMMENT ON COLUMN "account"."id" IS 'it''s a "key" \ with
two lines; -- and no comment /* at all */'
;

-- alter column account.name (comment)
COMMENT ON COLUMN "account"."name" IS 'größe 你好 ${x} `y` %s :name ?';

-- alter column account.age (comment)
COMMENT ON COLUMN "account"."age" IS '\''';

-- comment table account
COMMENT ON TABLE "account" IS 'a ''table''
of \n "accounts"';
