PRAGMA foreign_keys = OFF;

-- alter column box.area (generated)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""box"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('box') WHERE name COLLATE NOCASE NOT IN ('id', 'width', 'area')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'box' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (box 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'box' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_box_area', 'ix_box_area'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_box";

CREATE TABLE "_graven_new_box" (
  "id" INTEGER NOT NULL CONSTRAINT "box_pkey" PRIMARY KEY AUTOINCREMENT,
  "width" INTEGER NOT NULL,
  "area" INTEGER GENERATED ALWAYS AS (width * 3) STORED
);

INSERT INTO "_graven_new_box" ("id", "width")
SELECT "id", "width" FROM "box" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'box'), 0)) WHERE name = '_graven_new_box';

DROP TABLE "box";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_box" RENAME TO "box";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_box_area" ON "box" ("area");

-- Warning: run here the texts that were found above (box 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
