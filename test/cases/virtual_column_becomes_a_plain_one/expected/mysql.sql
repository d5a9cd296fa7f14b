-- alter column item.loud (generated)
ALTER TABLE `item` ADD COLUMN `graven_kept` VARCHAR(20);

UPDATE `item` SET `graven_kept` = `loud`;

ALTER TABLE `item` DROP INDEX `ix_item_loud`;

ALTER TABLE `item` DROP COLUMN `loud`, CHANGE COLUMN `graven_kept` `loud` VARCHAR(20), ADD KEY `ix_item_loud` (`loud`);
