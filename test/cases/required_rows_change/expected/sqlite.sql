PRAGMA foreign_keys = OFF;

-- rename column role.name to title
ALTER TABLE "role" RENAME COLUMN "name" TO "title";

-- create table country
CREATE TABLE "country" (
  "code" VARCHAR(2) NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  CONSTRAINT "country_pkey" PRIMARY KEY ("code")
);

-- drop table old
DROP TABLE "old";

-- add column role.hint
ALTER TABLE "role" ADD COLUMN "hint" TEXT;

-- drop column role.note
ALTER TABLE "role" DROP COLUMN "note";

-- set the labels of enum mood to 'sad', 'glad'
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""role"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('role') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'level', 'mood', 'hint')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'role' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (role 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'role' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_role";

CREATE TABLE "_graven_new_role" (
  "id" INTEGER NOT NULL CONSTRAINT "role_pkey" PRIMARY KEY AUTOINCREMENT,
  "title" VARCHAR(40) NOT NULL,
  "level" INTEGER NOT NULL DEFAULT 0,
  "mood" TEXT,
  "hint" TEXT,
  CONSTRAINT "role_name_key" UNIQUE ("title"),
  CONSTRAINT "role_mood_enum" CHECK ("mood" IN ('sad', 'glad'))
);

INSERT INTO "_graven_new_role" ("id", "title", "level", "mood", "hint")
SELECT "id", "title", "level", CASE "mood" WHEN 'ok' THEN 'sad' ELSE "mood" END, "hint" FROM "role" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'role'), 0)) WHERE name = '_graven_new_role';

DROP TABLE "role";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_role" RENAME TO "role";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (role 1).

-- delete 1 row from plan
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "id" = 2 AND "role_id" IS (SELECT "id" FROM "role" WHERE "title" = 'user') THEN 0 ELSE 1 END AS differs FROM "plan" WHERE "code" = 'team'

DELETE FROM "plan" WHERE "code" = 'team' AND "id" = 2 AND "role_id" IS (SELECT "id" FROM "role" WHERE "title" = 'user');

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
--   SELECT 0 AS position, CASE WHEN "id" = 2 AND "role_id" IS (SELECT "id" FROM "role" WHERE "title" = 'user') THEN 0 ELSE 1 END AS differs FROM "plan" WHERE "code" = 'club'

INSERT INTO "plan" ("id", "code", "role_id") VALUES (2, 'club', (SELECT "id" FROM "role" WHERE "title" = 'user')) ON CONFLICT ("code") DO NOTHING;

-- update 1 row of role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("level" = 9 AND "mood" = 'sad') OR ("level" = 10 AND "mood" = 'glad' AND "hint" = 'may do all') THEN 0 ELSE 1 END AS differs FROM "role" WHERE "title" = 'admin'

UPDATE "role" SET "level" = 10, "mood" = 'glad', "hint" = 'may do all' WHERE "title" = 'admin' AND "level" = 9 AND "mood" = 'sad';

-- update 1 row of plan
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("role_id" IS (SELECT "id" FROM "role" WHERE "title" = 'guest')) OR ("role_id" IS (SELECT "id" FROM "role" WHERE "title" = 'visitor')) THEN 0 ELSE 1 END AS differs FROM "plan" WHERE "code" = 'free'

UPDATE "plan" SET "role_id" = (SELECT "id" FROM "role" WHERE "title" = 'visitor') WHERE "code" = 'free' AND "role_id" IS (SELECT "id" FROM "role" WHERE "title" = 'guest');

-- delete 1 row from role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM "role" WHERE "title" = 'guest'

DELETE FROM "role" WHERE "title" = 'guest';

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
