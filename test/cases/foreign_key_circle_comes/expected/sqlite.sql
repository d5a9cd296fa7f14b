PRAGMA foreign_keys = OFF;

-- create table author
CREATE TABLE "author" (
  "id" INTEGER NOT NULL CONSTRAINT "author_pkey" PRIMARY KEY AUTOINCREMENT,
  "favourite_id" INTEGER
);

-- create table book
CREATE TABLE "book" (
  "id" INTEGER NOT NULL CONSTRAINT "book_pkey" PRIMARY KEY AUTOINCREMENT,
  "author_id" INTEGER NOT NULL,
  CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id")
);

-- create foreign key author_favourite_id_fkey on author
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""author"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('author') WHERE name COLLATE NOCASE NOT IN ('id', 'favourite_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'author' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (author 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'author' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_author";

CREATE TABLE "_graven_new_author" (
  "id" INTEGER NOT NULL CONSTRAINT "author_pkey" PRIMARY KEY AUTOINCREMENT,
  "favourite_id" INTEGER,
  CONSTRAINT "author_favourite_id_fkey" FOREIGN KEY ("favourite_id") REFERENCES "book" ("id")
);

INSERT INTO "_graven_new_author" ("id", "favourite_id")
SELECT "id", "favourite_id" FROM "author" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'author'), 0)) WHERE name = '_graven_new_author';

DROP TABLE "author";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_author" RENAME TO "author";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (author 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
