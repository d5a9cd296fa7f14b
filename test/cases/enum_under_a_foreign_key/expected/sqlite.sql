PRAGMA foreign_keys = OFF;

-- set the labels of enum size to 'huge', 'large', 'small', 'tiny'
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""shelf"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('shelf') WHERE name COLLATE NOCASE NOT IN ('size', 'number')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'shelf' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (shelf 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'shelf' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_shelf";

CREATE TABLE "_graven_new_shelf" (
  "size" TEXT NOT NULL,
  "number" INTEGER,
  CONSTRAINT "shelf_pkey" PRIMARY KEY ("size"),
  CONSTRAINT "uq_shelf" UNIQUE ("size", "number"),
  CONSTRAINT "shelf_size_enum" CHECK ("size" IN ('huge', 'large', 'small', 'tiny'))
);

INSERT INTO "_graven_new_shelf" ("size", "number")
SELECT CASE "size" WHEN 'big' THEN 'large' ELSE "size" END, "number" FROM "shelf" NOT INDEXED;

DROP TABLE "shelf";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_shelf" RENAME TO "shelf";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (shelf 1).

CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""box"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('box') WHERE name COLLATE NOCASE NOT IN ('id', 'size', 'other', 'number')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'box' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (box 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'box' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_box";

CREATE TABLE "_graven_new_box" (
  "id" INTEGER NOT NULL,
  "size" TEXT NOT NULL,
  "other" TEXT,
  "number" INTEGER,
  CONSTRAINT "box_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "box_size_fkey" FOREIGN KEY ("size") REFERENCES "shelf" ("size"),
  CONSTRAINT "fk_box_shelf" FOREIGN KEY ("other", "number") REFERENCES "shelf" ("size", "number"),
  CONSTRAINT "box_size_enum" CHECK ("size" IN ('huge', 'large', 'small', 'tiny')),
  CONSTRAINT "box_other_enum" CHECK ("other" IN ('huge', 'large', 'small', 'tiny'))
);

INSERT INTO "_graven_new_box" ("id", "size", "other", "number")
SELECT "id", CASE "size" WHEN 'big' THEN 'large' ELSE "size" END, CASE "other" WHEN 'big' THEN 'large' ELSE "other" END, "number" FROM "box" NOT INDEXED;

DROP TABLE "box";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_box" RENAME TO "box";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (box 2).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
