PRAGMA foreign_keys = OFF;

-- alter column measure.count (type)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""measure"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('measure') WHERE name COLLATE NOCASE NOT IN ('id', 'amount', 'label', 'count')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'measure' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (measure 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'measure' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_measure";

CREATE TABLE "_graven_new_measure" (
  "id" INTEGER NOT NULL CONSTRAINT "measure_pkey" PRIMARY KEY AUTOINCREMENT,
  "amount" NUMERIC(12, 2) NOT NULL DEFAULT 0.00,
  "label" VARCHAR(200) NOT NULL DEFAULT 'none',
  "count" BIGINT NOT NULL
);

INSERT INTO "_graven_new_measure" ("id", "amount", "label", "count")
SELECT "id", "amount", "label", "count" FROM "measure" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'measure'), 0)) WHERE name = '_graven_new_measure';

DROP TABLE "measure";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_measure" RENAME TO "measure";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (measure 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
