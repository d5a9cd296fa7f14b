PRAGMA foreign_keys = OFF;

-- create index page_lower on page
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""page"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('page') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'size')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'page' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (page 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'page' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('page_lower', 'page_big', 'page_big', 'page_lower'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_page";

CREATE TABLE "_graven_new_page" (
  "id" INTEGER NOT NULL,
  "title" TEXT,
  "size" INTEGER,
  CONSTRAINT "page_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "page_once" UNIQUE ("title", "size")
);

INSERT INTO "_graven_new_page" ("id", "title", "size")
SELECT "id", "title", "size" FROM "page" NOT INDEXED;

DROP TABLE "page";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_page" RENAME TO "page";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "page_big" ON "page" ("size") WHERE size > 100;

CREATE INDEX "page_lower" ON "page" ((upper(title)));

-- Warning: run here the texts that were found above (page 1).

-- alter constraint note_page of note (deferrable)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""note"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('note') WHERE name COLLATE NOCASE NOT IN ('id', 'page')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'note' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (note 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'note' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_note";

CREATE TABLE "_graven_new_note" (
  "id" INTEGER NOT NULL,
  "page" INTEGER,
  CONSTRAINT "note_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "note_page" FOREIGN KEY ("page") REFERENCES "page" ("id") DEFERRABLE INITIALLY IMMEDIATE
);

INSERT INTO "_graven_new_note" ("id", "page")
SELECT "id", "page" FROM "note" NOT INDEXED;

DROP TABLE "note";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_note" RENAME TO "note";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (note 2).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
