PRAGMA foreign_keys = OFF;

-- alter column given.moment (default)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""given"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('given') WHERE name COLLATE NOCASE NOT IN ('id', 'quote', 'back', 'lines', 'empty', 'negative', 'big', 'yes', 'no', 'fine', 'tiny', 'sum', 'nothing', 'moment')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'given' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (given 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'given' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_given";

CREATE TABLE "_graven_new_given" (
  "id" INTEGER NOT NULL,
  "quote" VARCHAR(40) DEFAULT 'it''''s',
  "back" VARCHAR(40) DEFAULT '\''',
  "lines" TEXT DEFAULT '\n',
  "empty" VARCHAR(10),
  "negative" INTEGER DEFAULT 5,
  "big" BIGINT DEFAULT -9007199254740993,
  "yes" BOOLEAN DEFAULT 0,
  "no" BOOLEAN NOT NULL,
  "fine" NUMERIC(10, 2) DEFAULT 1.5,
  "tiny" DOUBLE PRECISION DEFAULT 0.25,
  "sum" INTEGER DEFAULT ((1 + 2) * 2),
  "nothing" INTEGER DEFAULT 0,
  "moment" TIMESTAMP DEFAULT '2020-01-01 00:00:00',
  CONSTRAINT "given_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_given" ("id", "quote", "back", "lines", "empty", "negative", "big", "yes", "no", "fine", "tiny", "sum", "nothing", "moment")
SELECT "id", "quote", "back", "lines", "empty", "negative", "big", "yes", "no", "fine", "tiny", "sum", "nothing", "moment" FROM "given" NOT INDEXED;

DROP TABLE "given";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_given" RENAME TO "given";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (given 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
