-- rename column item.price to cents
ALTER TABLE `item` DROP CHECK `price_positive`;

ALTER TABLE `item` RENAME COLUMN `price` TO `cents`;

ALTER TABLE `item` ADD CONSTRAINT `price_positive` CHECK (cents > 0);

-- rename column item.code to sku
ALTER TABLE `item` RENAME COLUMN `code` TO `sku`;
