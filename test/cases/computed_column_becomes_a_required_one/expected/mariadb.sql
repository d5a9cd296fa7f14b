-- alter column item.loud (generated)
ALTER TABLE `item` MODIFY COLUMN `loud` VARCHAR(20);

-- backfill item.loud
UPDATE `item` SET `loud` = '?' WHERE `loud` IS NULL;

-- alter column item.loud (nullable)
ALTER TABLE `item` MODIFY COLUMN `loud` VARCHAR(20) NOT NULL;
