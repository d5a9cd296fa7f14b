PRAGMA foreign_keys = OFF;

-- set the labels of enum mood to 'new', 'ok', 'sad'
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""person"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('person') WHERE name COLLATE NOCASE NOT IN ('id', 'word', 'mood')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'person' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (person 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_person', 'ix_person'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_person";

CREATE TABLE "_graven_new_person" (
  "id" INTEGER NOT NULL,
  "word" VARCHAR,
  "mood" TEXT NOT NULL,
  CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "person_word" CHECK (word NOT IN ('x', 'y')),
  CONSTRAINT "person_mood_enum" CHECK ("mood" IN ('new', 'ok', 'sad'))
);

INSERT INTO "_graven_new_person" ("id", "word", "mood")
SELECT "id", "word", "mood" FROM "person" NOT INDEXED;

DROP TABLE "person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_person" RENAME TO "person";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_person" ON "person" ("mood", (id + 1)) WHERE word IN ('a', 'b') OR word <> 'zz';

-- Warning: run here the texts that were found above (person 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
