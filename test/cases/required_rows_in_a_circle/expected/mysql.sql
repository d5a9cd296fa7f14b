-- update 1 row of team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`lead_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'ann' LIMIT 1) AS found)) OR (`lead_id` IS NULL) THEN 0 ELSE 1 END AS differs FROM `team` WHERE `name` = 'old'

UPDATE `team` SET `lead_id` = NULL WHERE `name` = 'old' AND `lead_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'ann' LIMIT 1) AS found);

-- update 1 row of person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`boss_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'bob' LIMIT 1) AS found)) OR (`boss_id` IS NULL) THEN 0 ELSE 1 END AS differs FROM `person` WHERE `name` = 'ann'

UPDATE `person` SET `boss_id` = NULL WHERE `name` = 'ann' AND `boss_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'bob' LIMIT 1) AS found);

-- insert 1 row into team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `lead_id` IS NULL THEN 0 ELSE 1 END AS differs FROM `team` WHERE `name` = 'new'

INSERT INTO `team` (`name`, `lead_id`) VALUES ('new', NULL) ON DUPLICATE KEY UPDATE `name` = `name`;

-- insert 2 rows into person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `team_id` <=> (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'new' LIMIT 1) AS found) AND `boss_id` IS NULL THEN 0 ELSE 1 END AS differs FROM `person` WHERE `name` = 'cid'
--   UNION ALL SELECT 1 AS position, CASE WHEN `team_id` <=> (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'new' LIMIT 1) AS found) AND `boss_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'cid' LIMIT 1) AS found) THEN 0 ELSE 1 END AS differs FROM `person` WHERE `name` = 'dan'

INSERT INTO `person` (`name`, `team_id`, `boss_id`) VALUES ('cid', (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'new' LIMIT 1) AS found), NULL) ON DUPLICATE KEY UPDATE `name` = `name`;

INSERT INTO `person` (`name`, `team_id`, `boss_id`) VALUES ('dan', (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'new' LIMIT 1) AS found), (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'cid' LIMIT 1) AS found)) ON DUPLICATE KEY UPDATE `name` = `name`;

-- update 1 row of team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`lead_id` IS NULL) OR (`lead_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'cid' LIMIT 1) AS found)) THEN 0 ELSE 1 END AS differs FROM `team` WHERE `name` = 'new'

UPDATE `team` SET `lead_id` = (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'cid' LIMIT 1) AS found) WHERE `name` = 'new' AND `lead_id` IS NULL;

-- update 1 row of person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`boss_id` IS NULL) OR (`boss_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'dan' LIMIT 1) AS found)) THEN 0 ELSE 1 END AS differs FROM `person` WHERE `name` = 'cid'

UPDATE `person` SET `boss_id` = (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'dan' LIMIT 1) AS found) WHERE `name` = 'cid' AND `boss_id` IS NULL;

-- delete 2 rows from person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `team_id` <=> (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'old' LIMIT 1) AS found) AND `boss_id` IS NULL THEN 0 ELSE 1 END AS differs FROM `person` WHERE `name` = 'ann'
--   UNION ALL SELECT 1 AS position, CASE WHEN `team_id` <=> (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'old' LIMIT 1) AS found) AND `boss_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'ann' LIMIT 1) AS found) THEN 0 ELSE 1 END AS differs FROM `person` WHERE `name` = 'bob'

DELETE FROM `person` WHERE `name` = 'bob' AND `team_id` <=> (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'old' LIMIT 1) AS found) AND `boss_id` <=> (SELECT * FROM (SELECT `id` FROM `person` WHERE `name` = 'ann' LIMIT 1) AS found);

DELETE FROM `person` WHERE `name` = 'ann' AND `team_id` <=> (SELECT * FROM (SELECT `id` FROM `team` WHERE `name` = 'old' LIMIT 1) AS found) AND `boss_id` IS NULL;

-- delete 1 row from team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `lead_id` IS NULL THEN 0 ELSE 1 END AS differs FROM `team` WHERE `name` = 'old'

DELETE FROM `team` WHERE `name` = 'old' AND `lead_id` IS NULL;
