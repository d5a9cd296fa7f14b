PRAGMA foreign_keys = OFF;

-- alter column a.id (autoIncrement)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""a"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('a') WHERE name COLLATE NOCASE NOT IN ('id', 'note')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'a' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (a 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'a' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_a";

CREATE TABLE "_graven_new_a" (
  "id" INTEGER NOT NULL CONSTRAINT "a_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT
);

INSERT INTO "_graven_new_a" ("id", "note")
SELECT "id", "note" FROM "a" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'a'), 0)) WHERE name = '_graven_new_a';

DROP TABLE "a";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_a" RENAME TO "a";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (a 1).

-- alter column b.id (autoIncrement)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""b"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('b') WHERE name COLLATE NOCASE NOT IN ('id', 'note')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'b' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (b 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'b' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_b";

CREATE TABLE "_graven_new_b" (
  "id" INTEGER NOT NULL,
  "note" TEXT,
  CONSTRAINT "b_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_b" ("id", "note")
SELECT "id", "note" FROM "b" NOT INDEXED;

DROP TABLE "b";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_b" RENAME TO "b";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (b 2).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
