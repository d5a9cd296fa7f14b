-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM `role` WHERE `name` = 'guest'

UPDATE `role` SET `name` = 'visitor' WHERE `name` = 'guest';

-- write 1 row of plan
INSERT INTO `plan` (`code`, `name`) VALUES ('pro', 'Pro') ON DUPLICATE KEY UPDATE `name` = VALUES(`name`);

-- update 1 row of plan
-- Online, rows that were changed by hand are reported, and overwritten. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'Free') OR (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'No charge') THEN 0 ELSE 1 END AS differs FROM `plan` WHERE `code` = 'free'

UPDATE `plan` SET `name` = 'No charge' WHERE `code` = 'free';

-- update 2 rows of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM `role` WHERE `name` = 'user'
--   UNION ALL SELECT 1 AS position, 0 AS differs FROM `role` WHERE `name` = 'visitor'

UPDATE `role` SET `parent_id` = (SELECT * FROM (SELECT `id` FROM `role` WHERE `name` = 'admin' LIMIT 1) AS found) WHERE `name` = 'user';
