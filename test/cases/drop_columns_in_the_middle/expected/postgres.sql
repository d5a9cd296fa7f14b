-- drop constraint age_positive of account
ALTER TABLE "account" DROP CONSTRAINT "age_positive";

-- drop index ix_account_age of account
DROP INDEX "ix_account_age";

-- drop column account.middle
ALTER TABLE "account" DROP COLUMN "middle";

-- drop column account.age
ALTER TABLE "account" DROP COLUMN "age";
