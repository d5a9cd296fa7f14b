PRAGMA foreign_keys = OFF;

-- create index ix_short on item
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""item"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('item') WHERE name COLLATE NOCASE NOT IN ('id', 'word', 'loud', 'louder')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'item' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (item 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'item' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_louder', 'ix_short'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_item";

CREATE TABLE "_graven_new_item" (
  "id" VARCHAR(40) NOT NULL,
  "word" INTEGER,
  "twice" INTEGER GENERATED ALWAYS AS (word * 2) STORED,
  "short" VARCHAR(40) GENERATED ALWAYS AS (lower(id)) STORED,
  CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_item" ("id", "word")
SELECT "id", "word" FROM "item" NOT INDEXED;

DROP TABLE "item";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_item" RENAME TO "item";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_short" ON "item" ("short");

-- Warning: run here the texts that were found above (item 1).

CREATE TABLE "_graven_test" (id INTEGER);

ALTER TABLE "_graven_test" RENAME TO "_graven_tested";

DROP TABLE "_graven_tested";

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
