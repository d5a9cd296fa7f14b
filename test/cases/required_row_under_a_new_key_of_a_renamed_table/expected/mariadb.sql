-- rename table plan to tariff
RENAME TABLE `plan` TO `tariff`;

-- rename column tariff.code to id
ALTER TABLE `tariff` RENAME COLUMN `code` TO `id`;

-- update 1 row of tariff
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM `tariff` WHERE `id` = 'p2'

UPDATE `tariff` SET `id` = 'p3' WHERE `id` = 'p2';

-- update 1 row of tariff
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`price` = 20) OR (`price` = 25) THEN 0 ELSE 1 END AS differs FROM `tariff` WHERE `id` = 'p3'

UPDATE `tariff` SET `price` = 25 WHERE `id` = 'p3' AND `price` = 20;
