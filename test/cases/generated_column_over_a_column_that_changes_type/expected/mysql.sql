-- drop index ix_louder of item
ALTER TABLE `item` DROP INDEX `ix_louder`;

-- drop column item.loud
ALTER TABLE `item` DROP COLUMN `loud`;

-- drop column item.louder
ALTER TABLE `item` DROP COLUMN `louder`;

-- alter column item.id (type)
ALTER TABLE `item` MODIFY COLUMN `id` VARCHAR(40) NOT NULL;

-- alter column item.word (type)
ALTER TABLE `item` MODIFY COLUMN `word` INT;

-- add column item.twice
ALTER TABLE `item` ADD COLUMN `twice` INT GENERATED ALWAYS AS (word * 2) STORED;

-- add column item.short
ALTER TABLE `item` ADD COLUMN `short` VARCHAR(40) GENERATED ALWAYS AS (lower(id)) STORED;

-- create index ix_short on item
ALTER TABLE `item` ADD KEY `ix_short` (`short`);
