PRAGMA foreign_keys = OFF;

-- drop constraint pet_person of pet
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""pet"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('pet') WHERE name COLLATE NOCASE NOT IN ('id', 'person')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'pet' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (pet 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'pet' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_pet";

CREATE TABLE "_graven_new_pet" (
  "id" INTEGER NOT NULL,
  "person" INTEGER,
  CONSTRAINT "pet_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_pet" ("id", "person")
SELECT "id", "person" FROM "pet" NOT INDEXED;

DROP TABLE "pet";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_pet" RENAME TO "pet";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (pet 1).

-- create unique index person_back on person
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""person"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('person') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'name', 'n', 'm')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'person' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (person 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'person' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('person_email_idx', 'person_name', 'person_n_idx', 'person_desc', 'person_back'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_person";

CREATE TABLE "_graven_new_person" (
  "id" INTEGER NOT NULL,
  "email" VARCHAR(80),
  "name" VARCHAR(80),
  "n" INTEGER,
  "m" INTEGER,
  CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "person_desc" UNIQUE ("m"),
  CONSTRAINT "person_email_key" UNIQUE ("email"),
  CONSTRAINT "person_n_key" UNIQUE ("n"),
  CONSTRAINT "person_name" UNIQUE ("name", "email")
);

INSERT INTO "_graven_new_person" ("id", "email", "name", "n", "m")
SELECT "id", "email", "name", "n", "m" FROM "person" NOT INDEXED;

DROP TABLE "person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_person" RENAME TO "person";

PRAGMA legacy_alter_table = OFF;

CREATE UNIQUE INDEX "person_back" ON "person" ("m");

-- Warning: run here the texts that were found above (person 2).

-- create foreign key pet_person on pet
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""pet"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('pet') WHERE name COLLATE NOCASE NOT IN ('id', 'person')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'pet' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (pet 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'pet' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_pet";

CREATE TABLE "_graven_new_pet" (
  "id" INTEGER NOT NULL,
  "person" INTEGER,
  CONSTRAINT "pet_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "pet_person" FOREIGN KEY ("person") REFERENCES "person" ("n")
);

INSERT INTO "_graven_new_pet" ("id", "person")
SELECT "id", "person" FROM "pet" NOT INDEXED;

DROP TABLE "pet";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_pet" RENAME TO "pet";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (pet 3).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
