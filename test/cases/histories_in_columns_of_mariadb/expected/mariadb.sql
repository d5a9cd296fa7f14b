-- add column counted.amount
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `counted` ADD COLUMN `amount` INT;

-- drop index ended_start of ended
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `ended` DROP INDEX `ended_start`;

-- alter table ended (systemVersioned)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `ended` DROP COLUMN `row_start`, DROP COLUMN `row_end`, DROP SYSTEM VERSIONING;

-- alter table hired (periods)
ALTER TABLE `hired` ADD PERIOD FOR `employed` (`since`, `until`);

-- alter table kept (partitions)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `kept` ADD PARTITION (PARTITION h1 HISTORY);

-- alter table monthly (partitions)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `monthly` PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH (PARTITION h0 HISTORY, PARTITION now CURRENT);

-- alter table plain (systemVersioned)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `plain` ADD COLUMN `row_start` TIMESTAMP(6) GENERATED ALWAYS AS ROW START INVISIBLE AFTER `name`, ADD COLUMN `row_end` TIMESTAMP(6) GENERATED ALWAYS AS ROW END AFTER `row_start`, ADD PERIOD FOR SYSTEM_TIME (`row_start`, `row_end`), ADD SYSTEM VERSIONING;

-- create index plain_end on plain
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `plain` ADD KEY `plain_end` (`row_end`);

-- add column price.currency
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `price` ADD COLUMN `currency` VARCHAR(3);

-- drop constraint price_amount of price
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `price` DROP INDEX `price_amount`;

-- alter column price.note (facts)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `price` MODIFY COLUMN `note` LONGTEXT;

-- create unique constraint price_amount_currency on price
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `price` ADD UNIQUE KEY `price_amount_currency` (`amount`, `currency`);

-- alter table stay (periods)
ALTER TABLE `stay` DROP PERIOD FOR `during`;

-- alter column stay.arrives (nullable)
ALTER TABLE `stay` MODIFY COLUMN `arrives` DATE;

-- alter table trip (periods)
ALTER TABLE `trip` DROP PERIOD FOR `during`, ADD PERIOD FOR `during` (`leaves`, `returns`);
