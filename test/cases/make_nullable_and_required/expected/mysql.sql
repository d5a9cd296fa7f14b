-- alter column account.name (nullable)
ALTER TABLE `account` MODIFY COLUMN `name` VARCHAR(80);

-- backfill account.nick
UPDATE `account` SET `nick` = '?' WHERE `nick` IS NULL;

-- alter column account.nick (nullable)
ALTER TABLE `account` MODIFY COLUMN `nick` VARCHAR(80) NOT NULL;
