-- alter column item.code (type)
ALTER TABLE `item` MODIFY COLUMN `code` VARCHAR(20) NOT NULL;
