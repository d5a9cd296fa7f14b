-- drop column account.role
ALTER TABLE "account" DROP COLUMN "role";

-- drop enum role
DROP TYPE "role";
