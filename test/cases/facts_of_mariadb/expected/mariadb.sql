-- create table heap
CREATE TABLE `heap` (
  `id` INT NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=MyISAM DEFAULT CHARSET=latin1;

-- add column item.small
ALTER TABLE `item` ADD COLUMN `small` int(10) unsigned zerofill;

-- add column item.colours
ALTER TABLE `item` ADD COLUMN `colours` set('red','green');

-- alter column item.hidden (facts)
ALTER TABLE `item` MODIFY COLUMN `hidden` INT INVISIBLE;

-- alter column item.touched (default, facts)
ALTER TABLE `item` MODIFY COLUMN `touched` DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;

-- create index item_name on item
ALTER TABLE `item` ADD KEY `item_name` (`name`(10)) COMMENT 'Prefix' IGNORED;

-- alter table item (options)
ALTER TABLE `item` ROW_FORMAT=COMPRESSED;

-- alter table part (partitions)
ALTER TABLE `part` PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
