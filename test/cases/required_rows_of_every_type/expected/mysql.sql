-- update 2 rows of every_type
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN (`small` = -1 AND `big` = 9007199254740993 AND `exact` = CAST(0.10 AS DECIMAL(10,2)) AND `flag` = TRUE AND CONVERT(`label` USING utf8mb4) COLLATE utf8mb4_bin = 'it''s' AND `day` = '2024-02-29' AND `moment` = CAST('2024-02-29 23:59:58' AS DATETIME(0)) AND `data` = CAST('{"a":[1,"x"],"sql":"no"}' AS JSON) AND `bytes` = x'00ff' AND `half` = 0.5) OR (`small` IS NULL AND `big` = 12 AND `exact` = CAST(1.5 AS DECIMAL(10,2)) AND `flag` = FALSE AND `day` = '2024-03-01' AND `moment` = CAST('2025-01-01 00:00:00' AS DATETIME(0)) AND `data` = CAST('[null,"x"]' AS JSON) AND `bytes` = x'01' AND `half` = 1e+100) THEN 0 ELSE 1 END AS differs FROM `every_type` WHERE `id` = 1
--   UNION ALL SELECT 1 AS position, 0 AS differs FROM `every_type` WHERE `id` = 2

UPDATE `every_type` SET `small` = NULL, `big` = 12, `exact` = 1.5, `flag` = FALSE, `label` = upper('x'), `day` = '2024-03-01', `moment` = '2025-01-01 00:00:00', `data` = '[null,"x"]', `bytes` = x'01', `half` = 1e+100 WHERE `id` = 1 AND `small` = -1 AND `big` = 9007199254740993 AND `exact` = CAST(0.10 AS DECIMAL(10,2)) AND `flag` = TRUE AND CONVERT(`label` USING utf8mb4) COLLATE utf8mb4_bin = 'it''s' AND `day` = '2024-02-29' AND `moment` = CAST('2024-02-29 23:59:58' AS DATETIME(0)) AND `data` = CAST('{"a":[1,"x"],"sql":"no"}' AS JSON) AND `bytes` = x'00ff' AND `half` = 0.5;

UPDATE `every_type` SET `big` = 5, `data` = '"text"' WHERE `id` = 2;
