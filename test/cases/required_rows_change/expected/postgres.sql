-- rename column role.name to title
ALTER TABLE "role" RENAME COLUMN "name" TO "title";

-- create table country
CREATE TABLE "country" (
  "code" varchar(2) NOT NULL,
  "name" varchar(40) NOT NULL,
  CONSTRAINT "country_pkey" PRIMARY KEY ("code")
);

-- drop table old
DROP TABLE "old";

-- add column role.hint
ALTER TABLE "role" ADD COLUMN "hint" text;

-- drop column role.note
ALTER TABLE "role" DROP COLUMN "note";

-- set the labels of enum mood to 'sad', 'glad'
CREATE TYPE "mood_new" AS ENUM ('sad', 'glad');

ALTER TABLE "role" ALTER COLUMN "mood" TYPE "mood_new" USING (CASE "mood"::text WHEN 'ok' THEN 'sad' ELSE "mood"::text END)::"mood_new";

DROP TYPE "mood";

ALTER TYPE "mood_new" RENAME TO "mood";

-- delete 1 row from plan
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "id" = 2 AND "role_id" IS NOT DISTINCT FROM (SELECT "id" FROM "role" WHERE "title" = 'user') THEN 0 ELSE 1 END AS differs FROM "plan" WHERE "code" = 'team'

DELETE FROM "plan" WHERE "code" = 'team' AND "id" = 2 AND "role_id" IS NOT DISTINCT FROM (SELECT "id" FROM "role" WHERE "title" = 'user');

-- insert 2 rows into country
INSERT INTO "country" ("code", "name") VALUES
  ('at', 'Austria'),
  ('ch', 'Switzerland') ON CONFLICT ("code") DO NOTHING;

-- insert 1 row into role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "level" = 0 THEN 0 ELSE 1 END AS differs FROM "role" WHERE "title" = 'visitor'

INSERT INTO "role" ("title", "level") VALUES ('visitor', 0) ON CONFLICT ("title") DO NOTHING;

-- insert 1 row into plan
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "id" = 2 AND "role_id" IS NOT DISTINCT FROM (SELECT "id" FROM "role" WHERE "title" = 'user') THEN 0 ELSE 1 END AS differs FROM "plan" WHERE "code" = 'club'

INSERT INTO "plan" ("id", "code", "role_id") VALUES (2, 'club', (SELECT "id" FROM "role" WHERE "title" = 'user')) ON CONFLICT ("code") DO NOTHING;

-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("level" = 9 AND "mood" = 'sad') OR ("level" = 10 AND "mood" = 'glad' AND "hint" = 'may do all') THEN 0 ELSE 1 END AS differs FROM "role" WHERE "title" = 'admin'

UPDATE "role" SET "level" = 10, "mood" = 'glad', "hint" = 'may do all' WHERE "title" = 'admin' AND "level" = 9 AND "mood" = 'sad';

-- update 1 row of plan
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("role_id" IS NOT DISTINCT FROM (SELECT "id" FROM "role" WHERE "title" = 'guest')) OR ("role_id" IS NOT DISTINCT FROM (SELECT "id" FROM "role" WHERE "title" = 'visitor')) THEN 0 ELSE 1 END AS differs FROM "plan" WHERE "code" = 'free'

UPDATE "plan" SET "role_id" = (SELECT "id" FROM "role" WHERE "title" = 'visitor') WHERE "code" = 'free' AND "role_id" IS NOT DISTINCT FROM (SELECT "id" FROM "role" WHERE "title" = 'guest');

-- delete 1 row from role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM "role" WHERE "title" = 'guest'

DELETE FROM "role" WHERE "title" = 'guest';
