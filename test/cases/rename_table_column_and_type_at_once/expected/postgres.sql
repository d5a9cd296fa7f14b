-- rename table user to account
ALTER TABLE "user" RENAME TO "account";

-- rename column account.name to title
ALTER TABLE "account" RENAME COLUMN "name" TO "title";

-- rename column account.age to years
ALTER TABLE "account" RENAME COLUMN "age" TO "years";

-- rename index ix_user_name of account to ix_account_title
ALTER INDEX "ix_user_name" RENAME TO "ix_account_title";

-- rename column post.user_id to account_id
ALTER TABLE "post" RENAME COLUMN "user_id" TO "account_id";

-- alter column account.title (type, default)
ALTER TABLE "account" ALTER COLUMN "title" TYPE varchar(80);

ALTER TABLE "account" ALTER COLUMN "title" SET DEFAULT '?';

-- alter column account.years (type, nullable)
ALTER TABLE "account" ALTER COLUMN "years" TYPE bigint;

ALTER TABLE "account" ALTER COLUMN "years" DROP NOT NULL;
