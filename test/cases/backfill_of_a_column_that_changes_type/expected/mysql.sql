-- alter column item.code (type)
ALTER TABLE `item` MODIFY COLUMN `code` VARCHAR(40);

-- backfill item.code
UPDATE `item` SET `code` = 'unknown' WHERE `code` IS NULL;

-- alter column item.code (nullable)
ALTER TABLE `item` MODIFY COLUMN `code` VARCHAR(40) NOT NULL;

-- alter column item.size (type, default)
ALTER TABLE `item` MODIFY COLUMN `size` VARCHAR(10) DEFAULT 'none';

-- backfill item.size
UPDATE `item` SET `size` = 'none' WHERE `size` IS NULL;

-- alter column item.size (nullable)
ALTER TABLE `item` MODIFY COLUMN `size` VARCHAR(10) NOT NULL DEFAULT 'none';
