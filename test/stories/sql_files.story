# A schema as an SQL file: what changes in it becomes a revision, and what is wrong in it is told with its line.

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: ["./schema.sql", "./src/*.ts"], migrations: "./migrations", url: "sqlite:dev.db" });

-- schema.sql --
PRAGMA foreign_keys = ON;
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name VARCHAR(80) NOT NULL UNIQUE
);
INSERT INTO author (name) VALUES ('Ann'), ('Bob');

-- src/models.ts --
import { integer, table, text } from "graven/models";

export const book = table("book", {
  id: integer().primaryKey().autoIncrement(),
  authorId: integer("author_id").notNull().references("author.id", { onDelete: "cascade" }),
  title: text().notNull(),
});

$ gen revision --autogenerate -m "books" --rev-id 384cfaaaa0be
Skipped 2 rows of the SQL file (author): a model holds no rows.
         Rows that the application needs belong in requiredRows(…) of a TypeScript model beside the SQL.
  · create table author
  · create table book
migrations/384cfaaaa0be_books.ts

$ gen upgrade
up   384cfaaaa0be  books  <time>
The database stands at 384cfaaaa0be.

$ gen check
The models, the revisions and their snapshots agree.

-- schema.sql --
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- @renamed from=name
  full_name VARCHAR(120) NOT NULL UNIQUE,
  born DATE
);
CREATE INDEX author_born ON author (born DESC) WHERE born IS NOT NULL;

$ gen revision --autogenerate -m "births" --rev-id 27c6a1b2c3d4
  · rename column author.name to full_name
  · add column author.born
  · alter column author.full_name (type)
  · create index author_born on author
error rename-column  Column "author.name" is called "full_name" from here on: code that asks for "name" fails.
`gen review 27c6a1b2c3d4` shows the SQL, the locks, and safer ways.
migrations/27c6a1b2c3d4_births.ts

$ gen upgrade --sql 384c:head
-- Upgrade 27c6a1b2c3d4: births

PRAGMA foreign_keys = OFF;

BEGIN;

-- rename column author.name to full_name
ALTER TABLE "author" RENAME COLUMN "name" TO "full_name";

-- create index author_born on author
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""author"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('author') WHERE name COLLATE NOCASE NOT IN ('id', 'full_name')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'author' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (author 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'author' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('author_born'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_author";

CREATE TABLE "_graven_new_author" (
  "id" INTEGER NOT NULL CONSTRAINT "author_pkey" PRIMARY KEY AUTOINCREMENT,
  "full_name" VARCHAR(120) NOT NULL,
  "born" DATE,
  CONSTRAINT "author_name_key" UNIQUE ("full_name")
);

INSERT INTO "_graven_new_author" ("id", "full_name")
SELECT "id", "full_name" FROM "author" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'author'), 0)) WHERE name = '_graven_new_author';

DROP TABLE "author";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_author" RENAME TO "author";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "author_born" ON "author" ("born" DESC) WHERE born IS NOT NULL;

-- Warning: run here the texts that were found above (author 1).

-- This must find no rows: Rows point at rows that are not there. Foreign keys do not act while tables are rebuilt, so a DELETE of this revision leaves the rows that point at what it deletes. They may also have stood so before.
SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check;

INSERT INTO "graven_revisions" ("revision", "parents", "checksum", "applied_at", "direction", "steps_done", "steps_total", "tool_version") VALUES ('27c6a1b2c3d4', '["384cfaaaa0be"]', '46d642a718bc9370447ccfc852e01eae83b80a41b933910bb5094b5ceac585a5', '<moment>', 'upgrade', 15, 15, '0.1.0');

COMMIT;

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;

-- schema.sql --
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  full_name VARCHAR(120) NOTNULL UNIQUE
);
CREATE VIRTUAL TABLE pages USING fts5(body);

$ gen check
SQL-001  This is not understood on the column "full_name", at "NOTNULL".
         schema.sql:3:26
           full_name VARCHAR(120) NOTNULL UNIQUE
                                  ^
SQL-002  The statement is not understood: CREATE VIRTUAL TABLE pages USING fts5(body)
         schema.sql:5:1
         CREATE VIRTUAL TABLE pages USING fts5(body);
         ^
         Leave it out of the models, or carry it as it is: unsupported: "raw" in the config.
[exit 2]

-- schema.sql --
-- nothing yet

-- graven.config.ts --
import { defineConfig } from "graven";
export default defineConfig({ models: "./schema.sql", migrations: "./migrations", url: "sqlite:dev.db" });

$ gen revision --autogenerate -m "gone"
SQL-004  The SQL files declare nothing.
         An empty model drops everything that stands. If that is meant, say --allow-empty.
[exit 2]

$ gen revision --autogenerate -m "gone" --allow-empty --rev-id 5b0e91d7f3aa
  · drop table book
  · drop table author
warning drop-table  All rows of table "book" are lost; a downgrade makes the table again, empty.
warning drop-table  All rows of table "author" are lost; a downgrade makes the table again, empty.
migrations/5b0e91d7f3aa_gone.ts
