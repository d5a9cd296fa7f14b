PRAGMA foreign_keys = OFF;

-- add label 'great' to enum mood
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""person"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('person') WHERE name COLLATE NOCASE NOT IN ('id', 'mood', 'former')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'person' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (person 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_person";

CREATE TABLE "_graven_new_person" (
  "id" INTEGER NOT NULL,
  "mood" TEXT NOT NULL DEFAULT 'sad',
  "former" TEXT DEFAULT 'ok',
  CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "person_mood_enum" CHECK ("mood" IN ('great', 'sad', 'ok', 'happy')),
  CONSTRAINT "person_former_enum" CHECK ("former" IN ('great', 'sad', 'ok', 'happy'))
);

INSERT INTO "_graven_new_person" ("id", "mood", "former")
SELECT "id", "mood", "former" FROM "person" NOT INDEXED;

DROP TABLE "person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_person" RENAME TO "person";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (person 1).

-- alter column person.mood (default)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""person"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('person') WHERE name COLLATE NOCASE NOT IN ('id', 'mood', 'former')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'person' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (person 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_person";

CREATE TABLE "_graven_new_person" (
  "id" INTEGER NOT NULL,
  "mood" TEXT NOT NULL DEFAULT 'great',
  "former" TEXT DEFAULT 'ok',
  CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "person_mood_enum" CHECK ("mood" IN ('great', 'sad', 'ok', 'happy')),
  CONSTRAINT "person_former_enum" CHECK ("former" IN ('great', 'sad', 'ok', 'happy'))
);

INSERT INTO "_graven_new_person" ("id", "mood", "former")
SELECT "id", "mood", "former" FROM "person" NOT INDEXED;

DROP TABLE "person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_person" RENAME TO "person";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (person 2).

-- set the labels of enum mood to 'great', 'happy', 'ok'
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""person"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('person') WHERE name COLLATE NOCASE NOT IN ('id', 'mood', 'former')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'person' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (person 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_person";

CREATE TABLE "_graven_new_person" (
  "id" INTEGER NOT NULL,
  "mood" TEXT NOT NULL DEFAULT 'great',
  "former" TEXT DEFAULT 'ok',
  CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "person_mood_enum" CHECK ("mood" IN ('great', 'happy', 'ok')),
  CONSTRAINT "person_former_enum" CHECK ("former" IN ('great', 'happy', 'ok'))
);

INSERT INTO "_graven_new_person" ("id", "mood", "former")
SELECT "id", CASE "mood" WHEN 'sad' THEN 'ok' ELSE "mood" END, CASE "former" WHEN 'sad' THEN 'ok' ELSE "former" END FROM "person" NOT INDEXED;

DROP TABLE "person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_person" RENAME TO "person";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (person 3).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
