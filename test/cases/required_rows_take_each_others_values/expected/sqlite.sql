-- delete 1 row from rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "place" = 9 AND "next" IS NULL THEN 0 ELSE 1 END AS differs FROM "rank" WHERE "code" = 'g'

DELETE FROM "rank" WHERE "code" = 'g' AND "place" = 9 AND "next" IS NULL;

-- update 3 rows of rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("place" = 1) OR ("place" = 2) THEN 0 ELSE 1 END AS differs FROM "rank" WHERE "code" = 'a'
--   UNION ALL SELECT 1 AS position, CASE WHEN ("place" = 2) OR ("place" = 3) THEN 0 ELSE 1 END AS differs FROM "rank" WHERE "code" = 'b'
--   UNION ALL SELECT 2 AS position, CASE WHEN ("place" = 3) OR ("place" = 4) THEN 0 ELSE 1 END AS differs FROM "rank" WHERE "code" = 'c'

UPDATE "rank" SET "place" = 4 WHERE "code" = 'c' AND "place" = 3;

UPDATE "rank" SET "place" = 3 WHERE "code" = 'b' AND "place" = 2;

UPDATE "rank" SET "place" = 2 WHERE "code" = 'a' AND "place" = 1;

-- insert 2 rows into rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "place" = 1 AND "next" = 'a' THEN 0 ELSE 1 END AS differs FROM "rank" WHERE "code" = 'n'
--   UNION ALL SELECT 1 AS position, CASE WHEN "place" = 9 AND "next" = 'n' THEN 0 ELSE 1 END AS differs FROM "rank" WHERE "code" = 'h'

INSERT INTO "rank" ("code", "place", "next") VALUES
  ('n', 1, 'a'),
  ('h', 9, 'n') ON CONFLICT ("code") DO NOTHING;

-- update 3 rows of lang
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("name" = 'German' AND "short" = 'D' AND "day" = '2024-01-01' AND "mark" = '00000000-0000-4000-8000-000000000001' AND "price" = '1.50') OR ("name" = 'English' AND "short" = 'F' AND "day" = '2024-01-02' AND "mark" = '00000000-0000-4000-8000-000000000002' AND "price" = '2.50') THEN 0 ELSE 1 END AS differs FROM "lang" WHERE "iso" = 'de'
--   UNION ALL SELECT 1 AS position, CASE WHEN ("name" = 'English' AND "day" = '2024-01-02' AND "mark" = '00000000-0000-4000-8000-000000000002' AND "price" = '2.50') OR ("name" = 'French' AND "day" = '2024-01-01' AND "mark" = '00000000-0000-4000-8000-000000000001' AND "price" = '1.50') THEN 0 ELSE 1 END AS differs FROM "lang" WHERE "iso" = 'en'
--   UNION ALL SELECT 2 AS position, CASE WHEN ("name" = 'French' AND "short" = 'F') OR ("name" = 'German' AND "short" = 'D') THEN 0 ELSE 1 END AS differs FROM "lang" WHERE "iso" = 'fr'

UPDATE "lang" SET "day" = '9999-12-31', "mark" = 'ffffffff-ffff-4fff-bfff-ffffffffffff', "price" = '9999', "name" = '~0', "short" = NULL WHERE "iso" = 'de' AND "name" = 'German' AND "short" = 'D' AND "day" = '2024-01-01' AND "mark" = '00000000-0000-4000-8000-000000000001' AND "price" = '1.50';

UPDATE "lang" SET "name" = 'German', "short" = 'D' WHERE "iso" = 'fr' AND "name" = 'French' AND "short" = 'F';

UPDATE "lang" SET "name" = 'French', "day" = '2024-01-01', "mark" = '00000000-0000-4000-8000-000000000001', "price" = '1.50' WHERE "iso" = 'en' AND "name" = 'English' AND "day" = '2024-01-02' AND "mark" = '00000000-0000-4000-8000-000000000002' AND "price" = '2.50';

UPDATE "lang" SET "name" = 'English', "short" = 'F', "day" = '2024-01-02', "mark" = '00000000-0000-4000-8000-000000000002', "price" = '2.50' WHERE "iso" = 'de' AND "name" = '~0' AND "short" IS NULL AND "day" = '9999-12-31' AND "mark" = 'ffffffff-ffff-4fff-bfff-ffffffffffff' AND "price" = '9999';

-- update 1 row of rank
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("next" = 'b') OR ("next" = 'n') THEN 0 ELSE 1 END AS differs FROM "rank" WHERE "code" = 'a'

UPDATE "rank" SET "next" = 'n' WHERE "code" = 'a' AND "next" = 'b';

-- update 3 rows of seat
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("lang_id" IS (SELECT "id" FROM "lang" WHERE "iso" = 'de')) OR ("lang_id" IS (SELECT "id" FROM "lang" WHERE "iso" = 'fr')) THEN 0 ELSE 1 END AS differs FROM "seat" WHERE "id" = 1
--   UNION ALL SELECT 1 AS position, CASE WHEN ("lang_id" IS (SELECT "id" FROM "lang" WHERE "iso" = 'en')) OR ("lang_id" IS (SELECT "id" FROM "lang" WHERE "iso" = 'de')) THEN 0 ELSE 1 END AS differs FROM "seat" WHERE "id" = 2
--   UNION ALL SELECT 2 AS position, CASE WHEN ("row" = 2) OR ("row" = 1) THEN 0 ELSE 1 END AS differs FROM "seat" WHERE "id" = 3

UPDATE "seat" SET "lang_id" = (SELECT "id" FROM "lang" WHERE "iso" = 'fr') WHERE "id" = 1 AND "lang_id" IS (SELECT "id" FROM "lang" WHERE "iso" = 'de');

UPDATE "seat" SET "lang_id" = (SELECT "id" FROM "lang" WHERE "iso" = 'de') WHERE "id" = 2 AND "lang_id" IS (SELECT "id" FROM "lang" WHERE "iso" = 'en');

UPDATE "seat" SET "row" = 1 WHERE "id" = 3 AND "row" = 2;
