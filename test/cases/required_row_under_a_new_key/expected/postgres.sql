-- update 2 rows of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM "role" WHERE "name" = 'guest'
--   UNION ALL SELECT 1 AS position, 0 AS differs FROM "role" WHERE "name" = 'admn'

UPDATE "role" SET "name" = 'visitor' WHERE "name" = 'guest';

UPDATE "role" SET "name" = 'admin' WHERE "name" = 'admn';

-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("level" = 0) OR ("level" = 1) THEN 0 ELSE 1 END AS differs FROM "role" WHERE "name" = 'visitor'

UPDATE "role" SET "level" = 1 WHERE "name" = 'visitor' AND "level" = 0;
