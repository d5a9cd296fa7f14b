-- rename column role.name to title
ALTER TABLE `role` RENAME COLUMN `name` TO `title`;

-- create table country
CREATE TABLE `country` (
  `code` VARCHAR(2) NOT NULL,
  `name` VARCHAR(40) NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- drop table old
DROP TABLE `old`;

-- add column role.hint
ALTER TABLE `role` ADD COLUMN `hint` LONGTEXT;

-- drop column role.note
ALTER TABLE `role` DROP COLUMN `note`;

-- set the labels of enum mood to 'sad', 'glad'
UPDATE `role` SET `mood` = CASE `mood` WHEN 'ok' THEN 'sad' END WHERE `mood` IN ('ok');

ALTER TABLE `role` MODIFY COLUMN `mood` ENUM('sad','glad');

-- delete 1 row from plan
DELETE FROM `plan` WHERE `code` = 'team';

-- insert 2 rows into country
INSERT INTO `country` (`code`, `name`) VALUES
  ('at', 'Austria'),
  ('ch', 'Switzerland') ON DUPLICATE KEY UPDATE `code` = `code`;

-- insert 1 row into role
INSERT INTO `role` (`title`, `level`) VALUES ('visitor', 0) ON DUPLICATE KEY UPDATE `title` = `title`;

-- insert 1 row into plan
INSERT INTO `plan` (`id`, `code`, `role_id`) SELECT 2, 'club', (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'user' LIMIT 1) AS found) FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM `plan` WHERE `code` = 'club');

-- update 1 row of role
UPDATE `role` SET `level` = 10, `mood` = 'glad', `hint` = 'may do all' WHERE `title` = 'admin';

-- update 1 row of plan
UPDATE `plan` SET `role_id` = (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'visitor' LIMIT 1) AS found) WHERE `code` = 'free';

-- delete 1 row from role
DELETE FROM `role` WHERE `title` = 'guest';
