-- update 1 row of team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("lead_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'ann')) OR ("lead_id" IS NULL) THEN 0 ELSE 1 END AS differs FROM "team" WHERE "name" = 'old'

UPDATE "team" SET "lead_id" = NULL WHERE "name" = 'old' AND "lead_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'ann');

-- update 1 row of person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("boss_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'bob')) OR ("boss_id" IS NULL) THEN 0 ELSE 1 END AS differs FROM "person" WHERE "name" = 'ann'

UPDATE "person" SET "boss_id" = NULL WHERE "name" = 'ann' AND "boss_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'bob');

-- insert 1 row into team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "lead_id" IS NULL THEN 0 ELSE 1 END AS differs FROM "team" WHERE "name" = 'new'

INSERT INTO "team" ("name", "lead_id") VALUES ('new', NULL) ON CONFLICT ("name") DO NOTHING;

-- insert 2 rows into person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "team_id" IS NOT DISTINCT FROM (SELECT "id" FROM "team" WHERE "name" = 'new') AND "boss_id" IS NULL THEN 0 ELSE 1 END AS differs FROM "person" WHERE "name" = 'cid'
--   UNION ALL SELECT 1 AS position, CASE WHEN "team_id" IS NOT DISTINCT FROM (SELECT "id" FROM "team" WHERE "name" = 'new') AND "boss_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'cid') THEN 0 ELSE 1 END AS differs FROM "person" WHERE "name" = 'dan'

INSERT INTO "person" ("name", "team_id", "boss_id") VALUES ('cid', (SELECT "id" FROM "team" WHERE "name" = 'new'), NULL) ON CONFLICT ("name") DO NOTHING;

INSERT INTO "person" ("name", "team_id", "boss_id") VALUES ('dan', (SELECT "id" FROM "team" WHERE "name" = 'new'), (SELECT "id" FROM "person" WHERE "name" = 'cid')) ON CONFLICT ("name") DO NOTHING;

-- update 1 row of team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("lead_id" IS NULL) OR ("lead_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'cid')) THEN 0 ELSE 1 END AS differs FROM "team" WHERE "name" = 'new'

UPDATE "team" SET "lead_id" = (SELECT "id" FROM "person" WHERE "name" = 'cid') WHERE "name" = 'new' AND "lead_id" IS NULL;

-- update 1 row of person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("boss_id" IS NULL) OR ("boss_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'dan')) THEN 0 ELSE 1 END AS differs FROM "person" WHERE "name" = 'cid'

UPDATE "person" SET "boss_id" = (SELECT "id" FROM "person" WHERE "name" = 'dan') WHERE "name" = 'cid' AND "boss_id" IS NULL;

-- delete 2 rows from person
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "team_id" IS NOT DISTINCT FROM (SELECT "id" FROM "team" WHERE "name" = 'old') AND "boss_id" IS NULL THEN 0 ELSE 1 END AS differs FROM "person" WHERE "name" = 'ann'
--   UNION ALL SELECT 1 AS position, CASE WHEN "team_id" IS NOT DISTINCT FROM (SELECT "id" FROM "team" WHERE "name" = 'old') AND "boss_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'ann') THEN 0 ELSE 1 END AS differs FROM "person" WHERE "name" = 'bob'

DELETE FROM "person" WHERE ("name" = 'ann' AND "team_id" IS NOT DISTINCT FROM (SELECT "id" FROM "team" WHERE "name" = 'old') AND "boss_id" IS NULL)
  OR ("name" = 'bob' AND "team_id" IS NOT DISTINCT FROM (SELECT "id" FROM "team" WHERE "name" = 'old') AND "boss_id" IS NOT DISTINCT FROM (SELECT "id" FROM "person" WHERE "name" = 'ann'));

-- delete 1 row from team
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "lead_id" IS NULL THEN 0 ELSE 1 END AS differs FROM "team" WHERE "name" = 'old'

DELETE FROM "team" WHERE "name" = 'old' AND "lead_id" IS NULL;
