PRAGMA foreign_keys = OFF;

-- create primary key membership_key on membership
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""membership"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('membership') WHERE name COLLATE NOCASE NOT IN ('id', 'user_id', 'group_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'membership' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (membership 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'membership' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_membership";

CREATE TABLE "_graven_new_membership" (
  "id" INTEGER NOT NULL,
  "user_id" INTEGER NOT NULL,
  "group_id" INTEGER NOT NULL,
  CONSTRAINT "membership_key" PRIMARY KEY ("user_id", "group_id")
);

INSERT INTO "_graven_new_membership" ("id", "user_id", "group_id")
SELECT "id", "user_id", "group_id" FROM "membership" NOT INDEXED;

DROP TABLE "membership";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_membership" RENAME TO "membership";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (membership 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
