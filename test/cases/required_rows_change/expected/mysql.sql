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
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `id` = 2 AND `role_id` <=> (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'user' LIMIT 1) AS found) THEN 0 ELSE 1 END AS differs FROM `plan` WHERE `code` = 'team'

DELETE FROM `plan` WHERE `code` = 'team' AND `id` = 2 AND `role_id` <=> (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'user' LIMIT 1) AS found);

-- insert 2 rows into country
INSERT INTO `country` (`code`, `name`) VALUES
  ('at', 'Austria'),
  ('ch', 'Switzerland') ON DUPLICATE KEY UPDATE `code` = `code`;

-- insert 1 row into role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `level` = 0 THEN 0 ELSE 1 END AS differs FROM `role` WHERE `title` = 'visitor'

INSERT INTO `role` (`title`, `level`) VALUES ('visitor', 0) ON DUPLICATE KEY UPDATE `title` = `title`;

-- insert 1 row into plan
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `id` = 2 AND `role_id` <=> (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'user' LIMIT 1) AS found) THEN 0 ELSE 1 END AS differs FROM `plan` WHERE `code` = 'club'

INSERT INTO `plan` (`id`, `code`, `role_id`) SELECT 2, 'club', (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'user' LIMIT 1) AS found) FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM `plan` WHERE `code` = 'club');

-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`level` = 9 AND CONVERT(`mood` USING utf8mb4) COLLATE utf8mb4_bin = 'sad') OR (`level` = 10 AND CONVERT(`mood` USING utf8mb4) COLLATE utf8mb4_bin = 'glad' AND CONVERT(`hint` USING utf8mb4) COLLATE utf8mb4_bin = 'may do all') THEN 0 ELSE 1 END AS differs FROM `role` WHERE `title` = 'admin'

UPDATE `role` SET `level` = 10, `mood` = 'glad', `hint` = 'may do all' WHERE `title` = 'admin' AND `level` = 9 AND CONVERT(`mood` USING utf8mb4) COLLATE utf8mb4_bin = 'sad';

-- update 1 row of plan
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`role_id` <=> (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'guest' LIMIT 1) AS found)) OR (`role_id` <=> (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'visitor' LIMIT 1) AS found)) THEN 0 ELSE 1 END AS differs FROM `plan` WHERE `code` = 'free'

UPDATE `plan` SET `role_id` = (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'visitor' LIMIT 1) AS found) WHERE `code` = 'free' AND `role_id` <=> (SELECT * FROM (SELECT `id` FROM `role` WHERE `title` = 'guest' LIMIT 1) AS found);

-- delete 1 row from role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM `role` WHERE `title` = 'guest'

DELETE FROM `role` WHERE `title` = 'guest';
