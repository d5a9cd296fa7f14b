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
DELETE FROM "plan" WHERE "code" = 'team';

-- insert 2 rows into country
INSERT INTO "country" ("code", "name") VALUES
  ('at', 'Austria'),
  ('ch', 'Switzerland') ON CONFLICT ("code") DO NOTHING;

-- insert 1 row into role
INSERT INTO "role" ("title", "level") VALUES ('visitor', 0) ON CONFLICT ("title") DO NOTHING;

-- insert 1 row into plan
INSERT INTO "plan" ("id", "code", "role_id") VALUES (2, 'club', (SELECT "id" FROM "role" WHERE "title" = 'user')) ON CONFLICT ("code") DO NOTHING;

-- update 1 row of role
UPDATE "role" SET "level" = 10, "mood" = 'glad', "hint" = 'may do all' WHERE "title" = 'admin';

-- update 1 row of plan
UPDATE "plan" SET "role_id" = (SELECT "id" FROM "role" WHERE "title" = 'visitor') WHERE "code" = 'free';

-- delete 1 row from role
DELETE FROM "role" WHERE "title" = 'guest';
