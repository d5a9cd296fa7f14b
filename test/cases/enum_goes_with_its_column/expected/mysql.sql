-- drop column account.role
ALTER TABLE `account` DROP COLUMN `role`;
