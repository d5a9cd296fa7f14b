-- drop constraint stays_ibfk_1 of stays
ALTER TABLE `stays` DROP FOREIGN KEY `stays_ibfk_1`, DROP INDEX `stays_ibfk_1`;

-- drop table child
DROP TABLE `child`;

-- drop table parent
DROP TABLE `parent`;

-- drop column stays.parent_id
ALTER TABLE `stays` DROP COLUMN `parent_id`;
