PRAGMA foreign_keys = OFF;

-- add label 'happy' to enum mood
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""person"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('person') WHERE name COLLATE NOCASE NOT IN ('id', 'mood', 'last')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'person' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (person 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_person";

CREATE TABLE "_graven_new_person" (
  "id" INTEGER NOT NULL CONSTRAINT "person_pkey" PRIMARY KEY AUTOINCREMENT,
  "mood" TEXT NOT NULL DEFAULT 'ok',
  "last" TEXT,
  CONSTRAINT "person_mood_enum" CHECK ("mood" IN ('awful', 'sad', 'so-so', 'ok', 'happy')),
  CONSTRAINT "person_last_enum" CHECK ("last" IN ('awful', 'sad', 'so-so', 'ok', 'happy'))
);

INSERT INTO "_graven_new_person" ("id", "mood", "last")
SELECT "id", "mood", "last" FROM "person" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'person'), 0)) WHERE name = '_graven_new_person';

DROP TABLE "person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_person" RENAME TO "person";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (person 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
