-- rename table person to account
ALTER TABLE "person" RENAME TO "account";

-- rename column account.name to title
ALTER TABLE "account" RENAME COLUMN "name" TO "title";
