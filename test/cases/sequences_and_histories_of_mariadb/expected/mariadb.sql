-- rename view shown to visible
RENAME TABLE `shown` TO `visible`;

-- rename function half(integer) to halved
DROP FUNCTION `half`;

CREATE FUNCTION `halved`(`a` int) RETURNS int DETERMINISTIC 
RETURN a / 2;

-- rename procedure tidy(integer) to swept
DROP PROCEDURE `tidy`;

CREATE PROCEDURE `swept`(IN `a` int) 
DELETE FROM plain WHERE id < a;

-- rename trigger item.noted to item_noted
DROP TRIGGER `noted`;

CREATE TRIGGER `item_noted` BEFORE INSERT ON `item` FOR EACH ROW 
SET NEW.name = 'x';

-- rename sequence named to steps
RENAME TABLE `named` TO `steps`;

-- drop sequence gone
DROP SEQUENCE `gone`;

-- drop event clean
DROP EVENT `clean`;

-- alter table heap (charset, engine)
ALTER TABLE `heap` ENGINE=MyISAM, DEFAULT CHARSET=ascii;

-- drop index item_name of item
ALTER TABLE `item` DROP INDEX `item_name`;

-- drop index item_place of item
ALTER TABLE `item` DROP INDEX `item_place`;

-- create index item_name on item
ALTER TABLE `item` ADD KEY `item_name` (`name`(20));

-- alter table item (options)
ALTER TABLE `item` ROW_FORMAT=COMPACT;

-- remove the comment of table item
ALTER TABLE `item` COMMENT = '';

-- alter column pay.note (facts)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `pay` MODIFY COLUMN `note` LONGTEXT;

-- alter table pay (systemVersioned)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `pay` DROP SYSTEM VERSIONING;

-- alter column plain.hidden (facts)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `plain` MODIFY COLUMN `hidden` INT;

-- alter table plain (systemVersioned)
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE `plain` ADD SYSTEM VERSIONING;

-- replace sequence counter
ALTER SEQUENCE `counter` INCREMENT BY 3 MAXVALUE 5000 CACHE 1000 CYCLE;
