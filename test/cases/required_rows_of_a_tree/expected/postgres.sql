-- update 1 row of category
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("parent_id" = 7) OR ("parent_id" IS NULL) THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'goods'

UPDATE "category" SET "parent_id" = NULL WHERE "name" = 'goods' AND "parent_id" = 7;

-- update 1 row of category
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("parent_id" = 14) OR ("parent_id" IS NULL) THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'in'

UPDATE "category" SET "parent_id" = NULL WHERE "name" = 'in' AND "parent_id" = 14;

-- insert 5 rows into category
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "id" = 4 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'xylem'
--   UNION ALL SELECT 1 AS position, CASE WHEN "id" = 3 AND "parent_id" = 4 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'vegetables'
--   UNION ALL SELECT 2 AS position, CASE WHEN "id" = 2 AND "parent_id" = 3 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'beans'
--   UNION ALL SELECT 3 AS position, CASE WHEN "id" = 12 AND "parent_id" IS NULL THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'egg'
--   UNION ALL SELECT 4 AS position, CASE WHEN "id" = 11 AND "parent_id" = 12 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'hen'

INSERT INTO "category" ("id", "name") VALUES (4, 'xylem') ON CONFLICT ("name") DO NOTHING;

INSERT INTO "category" ("id", "name", "parent_id") VALUES
  (3, 'vegetables', 4),
  (2, 'beans', 3),
  (12, 'egg', NULL),
  (11, 'hen', 12) ON CONFLICT ("name") DO NOTHING;

-- update 1 row of category
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("parent_id" IS NULL) OR ("parent_id" = 11) THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'egg'

UPDATE "category" SET "parent_id" = 11 WHERE "name" = 'egg' AND "parent_id" IS NULL;

-- delete 6 rows from category
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "id" = 9 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'plants'
--   UNION ALL SELECT 1 AS position, CASE WHEN "id" = 5 AND "parent_id" = 9 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'fruit'
--   UNION ALL SELECT 2 AS position, CASE WHEN "id" = 1 AND "parent_id" = 5 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'apples'
--   UNION ALL SELECT 3 AS position, CASE WHEN "id" = 7 AND "parent_id" IS NULL THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'goods'
--   UNION ALL SELECT 4 AS position, CASE WHEN "id" = 13 AND "parent_id" IS NULL THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'in'
--   UNION ALL SELECT 5 AS position, CASE WHEN "id" = 14 AND "parent_id" = 13 THEN 0 ELSE 1 END AS differs FROM "category" WHERE "name" = 'out'

DELETE FROM "category" WHERE ("name" = 'plants' AND "id" = 9)
  OR ("name" = 'fruit' AND "id" = 5 AND "parent_id" = 9)
  OR ("name" = 'apples' AND "id" = 1 AND "parent_id" = 5)
  OR ("name" = 'goods' AND "id" = 7 AND "parent_id" IS NULL)
  OR ("name" = 'in' AND "id" = 13 AND "parent_id" IS NULL)
  OR ("name" = 'out' AND "id" = 14 AND "parent_id" = 13);
