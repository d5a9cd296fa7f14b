-- add column account.active
ALTER TABLE `account` ADD COLUMN `active` TINYINT(1) NOT NULL DEFAULT TRUE;

-- add column account.note
ALTER TABLE `account` ADD COLUMN `note` LONGTEXT;

-- add column account.score
ALTER TABLE `account` ADD COLUMN `score` INT NOT NULL DEFAULT -5;
