PRAGMA foreign_keys = OFF;

-- drop constraint author_favourite_id_fkey of author
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""author"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('author') WHERE name COLLATE NOCASE NOT IN ('id', 'favourite_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'author' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (author 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'author' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_author";

CREATE TABLE "_graven_new_author" (
  "id" INTEGER NOT NULL CONSTRAINT "author_pkey" PRIMARY KEY AUTOINCREMENT,
  "favourite_id" INTEGER
);

INSERT INTO "_graven_new_author" ("id", "favourite_id")
SELECT "id", "favourite_id" FROM "author" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'author'), 0)) WHERE name = '_graven_new_author';

DROP TABLE "author";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_author" RENAME TO "author";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (author 1).

-- drop constraint book_author_id_fkey of book
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""book"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('book') WHERE name COLLATE NOCASE NOT IN ('id', 'author_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'book' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (book 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'book' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_book";

CREATE TABLE "_graven_new_book" (
  "id" INTEGER NOT NULL CONSTRAINT "book_pkey" PRIMARY KEY AUTOINCREMENT,
  "author_id" INTEGER NOT NULL
);

INSERT INTO "_graven_new_book" ("id", "author_id")
SELECT "id", "author_id" FROM "book" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'book'), 0)) WHERE name = '_graven_new_book';

DROP TABLE "book";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_book" RENAME TO "book";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (book 2).

-- drop table book
DROP TABLE "book";

-- drop table author
DROP TABLE "author";

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
