PRAGMA foreign_keys = OFF;

-- add column tier.code
ALTER TABLE "tier" ADD COLUMN "code" VARCHAR(3);

-- insert 1 row into currency
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "digits" = 2 THEN 0 ELSE 1 END AS differs FROM "currency" WHERE "code" = 'chf'

INSERT INTO "currency" ("code", "digits") VALUES ('chf', 2) ON CONFLICT ("code") DO NOTHING;

-- insert 1 row into tier
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "rank" = 9 AND "code" = 'chf' THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'base'

INSERT INTO "tier" ("name", "rank", "code") VALUES ('base', 9, 'chf') ON CONFLICT ("name") DO NOTHING;

-- update 2 rows of tier
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("parent" = 'none') OR ("parent" = 'base') THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'free'
--   UNION ALL SELECT 1 AS position, CASE WHEN ("rank" = 1) OR ("rank" = 2) THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'team'

UPDATE "tier" SET "parent" = 'base' WHERE "name" = 'free' AND "parent" = 'none';

UPDATE "tier" SET "rank" = 2 WHERE "name" = 'team' AND "rank" = 1;

-- delete 1 row from tier
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "rank" = -1 THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'club'

DELETE FROM "tier" WHERE "name" = 'club' AND "rank" = -1;

-- create foreign key tier_parent_fkey on tier
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""tier"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('tier') WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'rank', 'parent', 'code')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'tier' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (tier 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'tier' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_tier";

CREATE TABLE "_graven_new_tier" (
  "id" INTEGER NOT NULL CONSTRAINT "tier_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" VARCHAR(20) NOT NULL,
  "rank" INTEGER NOT NULL,
  "parent" VARCHAR(20),
  "code" VARCHAR(3),
  CONSTRAINT "tier_name_key" UNIQUE ("name"),
  CONSTRAINT "tier_rank_key" UNIQUE ("rank"),
  CONSTRAINT "tier_code_fkey" FOREIGN KEY ("code") REFERENCES "currency" ("code"),
  CONSTRAINT "tier_parent_fkey" FOREIGN KEY ("parent") REFERENCES "tier" ("name"),
  CONSTRAINT "tier_rank_positive" CHECK (rank > 0)
);

INSERT INTO "_graven_new_tier" ("id", "name", "rank", "parent", "code")
SELECT "id", "name", "rank", "parent", "code" FROM "tier" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'tier'), 0)) WHERE name = '_graven_new_tier';

DROP TABLE "tier";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_tier" RENAME TO "tier";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (tier 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
