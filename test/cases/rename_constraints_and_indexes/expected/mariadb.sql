-- rename constraint item_code of item to item_code_unique
ALTER TABLE `item` RENAME INDEX `item_code` TO `item_code_unique`;

-- rename constraint size_ok of item to item_size_positive
ALTER TABLE `item` DROP CONSTRAINT `size_ok`;

ALTER TABLE `item` ADD CONSTRAINT `item_size_positive` CHECK (size > 0);

-- rename index ix_size of item to ix_item_size
ALTER TABLE `item` RENAME INDEX `ix_size` TO `ix_item_size`;
