-- update 2 rows of every_type
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("small" = -1 AND "big" = '9007199254740993' AND "exact" = '0.10' AND "flag" = 1 AND "label" = 'it''s' AND "day" = '2024-02-29' AND "moment" = '2024-02-29 23:59:58' AND CASE WHEN json_valid("data") THEN json("data") ELSE "data" END = json('{"a":[1,"x"],"sql":"no"}') AND "bytes" = x'00ff' AND "half" = 0.5) OR ("small" IS NULL AND "big" = 12 AND "exact" = 1.5 AND "flag" = 0 AND "day" = '2024-03-01' AND "moment" = '2025-01-01 00:00:00' AND CASE WHEN json_valid("data") THEN json("data") ELSE "data" END = json('[null,"x"]') AND "bytes" = x'01' AND "half" = 1e+100) THEN 0 ELSE 1 END AS differs FROM "every_type" WHERE "id" = 1
--   UNION ALL SELECT 1 AS position, 0 AS differs FROM "every_type" WHERE "id" = 2

UPDATE "every_type" SET "small" = NULL, "big" = 12, "exact" = 1.5, "flag" = 0, "label" = upper('x'), "day" = '2024-03-01', "moment" = '2025-01-01 00:00:00', "data" = '[null,"x"]', "bytes" = x'01', "half" = 1e+100 WHERE "id" = 1 AND "small" = -1 AND "big" = '9007199254740993' AND "exact" = '0.10' AND "flag" = 1 AND "label" = 'it''s' AND "day" = '2024-02-29' AND "moment" = '2024-02-29 23:59:58' AND CASE WHEN json_valid("data") THEN json("data") ELSE "data" END = json('{"a":[1,"x"],"sql":"no"}') AND "bytes" = x'00ff' AND "half" = 0.5;

UPDATE "every_type" SET "big" = 5, "data" = '"text"' WHERE "id" = 2;
