PRAGMA foreign_keys = OFF;

-- alter column other.id (autoIncrement)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""other"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('other') WHERE name COLLATE NOCASE NOT IN ('id', 'n')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'other' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (other 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'other' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_other";

CREATE TABLE "_graven_new_other" (
  "id" INTEGER NOT NULL,
  "n" INTEGER,
  CONSTRAINT "other_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_other" ("id", "n")
SELECT "id", "n" FROM "other" NOT INDEXED;

DROP TABLE "other";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_other" RENAME TO "other";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (other 1).

-- alter column parent.id (autoIncrement)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""parent"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('parent') WHERE name COLLATE NOCASE NOT IN ('id', 'n')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'parent' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (parent 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'parent' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_parent";

CREATE TABLE "_graven_new_parent" (
  "id" INTEGER NOT NULL CONSTRAINT "parent_pkey" PRIMARY KEY AUTOINCREMENT,
  "n" INTEGER
);

INSERT INTO "_graven_new_parent" ("id", "n")
SELECT "id", "n" FROM "parent" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'parent'), 0)) WHERE name = '_graven_new_parent';

DROP TABLE "parent";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_parent" RENAME TO "parent";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (parent 2).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
