-- delete 1 row from rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `place` = 9 AND `next` IS NULL THEN 0 ELSE 1 END AS differs FROM `rank` WHERE `code` = 'g'

DELETE FROM `rank` WHERE `code` = 'g' AND `place` = 9 AND `next` IS NULL;

-- update 3 rows of rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`place` = 1) OR (`place` = 2) THEN 0 ELSE 1 END AS differs FROM `rank` WHERE `code` = 'a'
--   UNION ALL SELECT 1 AS position, CASE WHEN (`place` = 2) OR (`place` = 3) THEN 0 ELSE 1 END AS differs FROM `rank` WHERE `code` = 'b'
--   UNION ALL SELECT 2 AS position, CASE WHEN (`place` = 3) OR (`place` = 4) THEN 0 ELSE 1 END AS differs FROM `rank` WHERE `code` = 'c'

UPDATE `rank` SET `place` = 4 WHERE `code` = 'c' AND `place` = 3;

UPDATE `rank` SET `place` = 3 WHERE `code` = 'b' AND `place` = 2;

UPDATE `rank` SET `place` = 2 WHERE `code` = 'a' AND `place` = 1;

-- insert 2 rows into rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN `place` = 1 AND CONVERT(`next` USING utf8mb4) COLLATE utf8mb4_bin = 'a' THEN 0 ELSE 1 END AS differs FROM `rank` WHERE `code` = 'n'
--   UNION ALL SELECT 1 AS position, CASE WHEN `place` = 9 AND CONVERT(`next` USING utf8mb4) COLLATE utf8mb4_bin = 'n' THEN 0 ELSE 1 END AS differs FROM `rank` WHERE `code` = 'h'

INSERT INTO `rank` (`code`, `place`, `next`) SELECT 'n', 1, 'a' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM `rank` WHERE `code` = 'n');

INSERT INTO `rank` (`code`, `place`, `next`) SELECT 'h', 9, 'n' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM `rank` WHERE `code` = 'h');

-- update 3 rows of lang
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'German' AND CONVERT(`short` USING utf8mb4) COLLATE utf8mb4_bin = 'D' AND `day` = '2024-01-01' AND `mark` = '00000000-0000-4000-8000-000000000001' AND `price` = CAST(1.50 AS DECIMAL(6,2))) OR (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'English' AND CONVERT(`short` USING utf8mb4) COLLATE utf8mb4_bin = 'F' AND `day` = '2024-01-02' AND `mark` = '00000000-0000-4000-8000-000000000002' AND `price` = CAST(2.50 AS DECIMAL(6,2))) THEN 0 ELSE 1 END AS differs FROM `lang` WHERE `iso` = 'de'
--   UNION ALL SELECT 1 AS position, CASE WHEN (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'English' AND `day` = '2024-01-02' AND `mark` = '00000000-0000-4000-8000-000000000002' AND `price` = CAST(2.50 AS DECIMAL(6,2))) OR (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'French' AND `day` = '2024-01-01' AND `mark` = '00000000-0000-4000-8000-000000000001' AND `price` = CAST(1.50 AS DECIMAL(6,2))) THEN 0 ELSE 1 END AS differs FROM `lang` WHERE `iso` = 'en'
--   UNION ALL SELECT 2 AS position, CASE WHEN (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'French' AND CONVERT(`short` USING utf8mb4) COLLATE utf8mb4_bin = 'F') OR (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'German' AND CONVERT(`short` USING utf8mb4) COLLATE utf8mb4_bin = 'D') THEN 0 ELSE 1 END AS differs FROM `lang` WHERE `iso` = 'fr'

UPDATE `lang` SET `day` = '9999-12-31', `mark` = 'ffffffff-ffff-4fff-bfff-ffffffffffff', `price` = 9999, `name` = '~0', `short` = NULL WHERE `iso` = 'de' AND CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'German' AND CONVERT(`short` USING utf8mb4) COLLATE utf8mb4_bin = 'D' AND `day` = '2024-01-01' AND `mark` = '00000000-0000-4000-8000-000000000001' AND `price` = CAST(1.50 AS DECIMAL(6,2));

UPDATE `lang` SET `name` = 'German', `short` = 'D' WHERE `iso` = 'fr' AND CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'French' AND CONVERT(`short` USING utf8mb4) COLLATE utf8mb4_bin = 'F';

UPDATE `lang` SET `name` = 'French', `day` = '2024-01-01', `mark` = '00000000-0000-4000-8000-000000000001', `price` = 1.50 WHERE `iso` = 'en' AND CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = 'English' AND `day` = '2024-01-02' AND `mark` = '00000000-0000-4000-8000-000000000002' AND `price` = CAST(2.50 AS DECIMAL(6,2));

UPDATE `lang` SET `name` = 'English', `short` = 'F', `day` = '2024-01-02', `mark` = '00000000-0000-4000-8000-000000000002', `price` = 2.50 WHERE `iso` = 'de' AND CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_bin = '~0' AND `short` IS NULL AND `day` = '9999-12-31' AND `mark` = 'ffffffff-ffff-4fff-bfff-ffffffffffff' AND `price` = CAST(9999 AS DECIMAL(6,2));

-- update 1 row of rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (CONVERT(`next` USING utf8mb4) COLLATE utf8mb4_bin = 'b') OR (CONVERT(`next` USING utf8mb4) COLLATE utf8mb4_bin = 'n') THEN 0 ELSE 1 END AS differs FROM `rank` WHERE `code` = 'a'

UPDATE `rank` SET `next` = 'n' WHERE `code` = 'a' AND CONVERT(`next` USING utf8mb4) COLLATE utf8mb4_bin = 'b';

-- update 3 rows of seat
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`lang_id` <=> (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'de' LIMIT 1) AS found)) OR (`lang_id` <=> (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'fr' LIMIT 1) AS found)) THEN 0 ELSE 1 END AS differs FROM `seat` WHERE `id` = 1
--   UNION ALL SELECT 1 AS position, CASE WHEN (`lang_id` <=> (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'en' LIMIT 1) AS found)) OR (`lang_id` <=> (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'de' LIMIT 1) AS found)) THEN 0 ELSE 1 END AS differs FROM `seat` WHERE `id` = 2
--   UNION ALL SELECT 2 AS position, CASE WHEN (`row` = 2) OR (`row` = 1) THEN 0 ELSE 1 END AS differs FROM `seat` WHERE `id` = 3

UPDATE `seat` SET `lang_id` = (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'fr' LIMIT 1) AS found) WHERE `id` = 1 AND `lang_id` <=> (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'de' LIMIT 1) AS found);

UPDATE `seat` SET `lang_id` = (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'de' LIMIT 1) AS found) WHERE `id` = 2 AND `lang_id` <=> (SELECT * FROM (SELECT `id` FROM `lang` WHERE `iso` = 'en' LIMIT 1) AS found);

UPDATE `seat` SET `row` = 1 WHERE `id` = 3 AND `row` = 2;
