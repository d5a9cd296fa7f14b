PRAGMA foreign_keys = OFF;

-- create check twice on box
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""box"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('box') WHERE name COLLATE NOCASE NOT IN ('id', 'width')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'box' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (box 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'box' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_twice'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_box";

CREATE TABLE "_graven_new_box" (
  "id" INTEGER NOT NULL,
  "width" INTEGER NOT NULL,
  "depth" INTEGER NOT NULL DEFAULT 1,
  "twice" INTEGER GENERATED ALWAYS AS (width * 2) STORED NOT NULL,
  "volume" INTEGER GENERATED ALWAYS AS (width * depth) STORED NOT NULL,
  CONSTRAINT "box_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "twice" CHECK (twice > 0)
);

INSERT INTO "_graven_new_box" ("id", "width")
SELECT "id", "width" FROM "box" NOT INDEXED;

DROP TABLE "box";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_box" RENAME TO "box";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_twice" ON "box" ("twice");

-- Warning: run here the texts that were found above (box 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
