-- rename view shown to visible
RENAME TABLE `shown` TO `visible`;

-- rename function third(integer) to thirds
DROP FUNCTION `third`;

CREATE FUNCTION `thirds`(`a` int) RETURNS int DETERMINISTIC 
RETURN a / 3;

-- rename procedure sweep(integer) to swept
DROP PROCEDURE `sweep`;

CREATE PROCEDURE `swept`(IN `a` int) 
DELETE FROM tables WHERE id < a;

-- rename trigger tables.noted to tables_noted
DROP TRIGGER `noted`;

CREATE TRIGGER `tables_noted` BEFORE INSERT ON `tables` FOR EACH ROW 
SET NEW.name = 'x';

-- drop function gone()
DROP FUNCTION `gone`;

-- drop event nightly
DROP EVENT `nightly`;

-- alter table hashed (partitions)
ALTER TABLE `hashed` ADD PARTITION PARTITIONS 3;

-- alter table heap (charset, engine)
ALTER TABLE `heap` ENGINE=MyISAM, DEFAULT CHARSET=ascii;

-- add column item.more
ALTER TABLE `item` ADD COLUMN `more` LONGTEXT;

-- drop index item_note of item
ALTER TABLE `item` DROP INDEX `item_note`;

-- drop constraint item_once of item
ALTER TABLE `item` DROP INDEX `item_once`;

-- alter column item.touched (type, facts)
ALTER TABLE `item` MODIFY COLUMN `touched` DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE current_timestamp(6);

-- alter column item.small (type)
ALTER TABLE `item` MODIFY COLUMN `small` bigint unsigned;

-- alter column item.colours (type)
ALTER TABLE `item` MODIFY COLUMN `colours` set('red','green','blue');

-- alter column item.hidden (facts)
ALTER TABLE `item` MODIFY COLUMN `hidden` INT;

-- create unique constraint item_once on item
ALTER TABLE `item` ADD UNIQUE KEY `item_once` (`name`, `small`);

-- create index item_note on item
ALTER TABLE `item` ADD FULLTEXT KEY `item_note` (`note`, `more`);

-- alter index item_hidden of item (invisible)
ALTER TABLE `item` ALTER INDEX `item_hidden` INVISIBLE;

-- alter index item_place of item (comment)
ALTER TABLE `item` DROP INDEX `item_place`, ADD SPATIAL KEY `item_place` (`place`) COMMENT 'Where it is';

-- alter index item_small of item (invisible)
ALTER TABLE `item` ALTER INDEX `item_small` VISIBLE;

-- alter table leaves (partitions)
ALTER TABLE `leaves` REMOVE PARTITIONING;

-- alter table listed (partitions)
ALTER TABLE `listed` REORGANIZE PARTITION few INTO (PARTITION one VALUES IN (1), PARTITION two VALUES IN (2));

-- alter table ranged (partitions)
ALTER TABLE `ranged` REORGANIZE PARTITION p1 INTO (PARTITION p1 VALUES LESS THAN (20), PARTITION p2 VALUES LESS THAN MAXVALUE);

-- drop index tables_name of tables
ALTER TABLE `tables` DROP INDEX `tables_name`;

-- drop index tables_place of tables
ALTER TABLE `tables` DROP INDEX `tables_place`;

-- drop index tables_words of tables
ALTER TABLE `tables` DROP INDEX `tables_words`;

-- create index tables_name on tables
ALTER TABLE `tables` ADD KEY `tables_name` (`name`(20));

-- alter table tables (options)
ALTER TABLE `tables` ROW_FORMAT=COMPACT;

-- remove the comment of table tables
ALTER TABLE `tables` COMMENT = '';

-- replace event clean
ALTER EVENT `clean` ON SCHEDULE EVERY 2 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION PRESERVE COMMENT 'By day' DO
DELETE FROM ranged WHERE id < 0;

-- replace function half(integer)
DROP FUNCTION `half`;

CREATE FUNCTION `half`(`a` int) RETURNS bigint DETERMINISTIC COMMENT 'One of two' 
RETURN a DIV 2;

-- replace procedure tidy(integer)
DROP PROCEDURE `tidy`;

CREATE PROCEDURE `tidy`(IN `a` int) COMMENT 'Sweeps' 
DELETE FROM ranged WHERE id < a + 1;
