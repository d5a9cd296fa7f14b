-- add column account.email
ALTER TABLE `account` ADD COLUMN `email` VARCHAR(120);

-- backfill account.email
UPDATE `account` SET `email` = lower(name) WHERE `email` IS NULL;

-- alter column account.email (nullable)
ALTER TABLE `account` MODIFY COLUMN `email` VARCHAR(120) NOT NULL;

-- create unique constraint email on account
ALTER TABLE `account` ADD UNIQUE KEY `email` (`email`);
