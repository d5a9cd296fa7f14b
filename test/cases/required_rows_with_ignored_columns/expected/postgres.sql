-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM "role" WHERE "name" = 'guest'

UPDATE "role" SET "name" = 'visitor' WHERE "name" = 'guest';

-- write 1 row of plan
INSERT INTO "plan" ("code", "name") VALUES ('pro', 'Pro') ON CONFLICT ("code") DO UPDATE SET "name" = excluded."name";

-- update 1 row of plan
-- Online, rows that were changed by hand are reported, and overwritten. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("name" = 'Free') OR ("name" = 'No charge') THEN 0 ELSE 1 END AS differs FROM "plan" WHERE "code" = 'free'

UPDATE "plan" SET "name" = 'No charge' WHERE "code" = 'free';

-- update 2 rows of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM "role" WHERE "name" = 'user'
--   UNION ALL SELECT 1 AS position, 0 AS differs FROM "role" WHERE "name" = 'visitor'

UPDATE "role" SET "parent_id" = (SELECT "id" FROM "role" WHERE "name" = 'admin') WHERE "name" = 'user';
