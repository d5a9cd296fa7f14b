PRAGMA foreign_keys = OFF;

-- rename table Select to Se\.lect"
ALTER TABLE "Select" RENAME TO "Se.lect""";

-- rename column Se\.lect".order by to o"rder
ALTER TABLE "Se.lect""" RENAME COLUMN "order by" TO "o""rder";

-- rename index ix.three of Se\.lect" to ix `3`
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""Se.lect"""" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('Se.lect"') WHERE name COLLATE NOCASE NOT IN ('I.d', 'o"rder', 'group', 'ti`ck')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'Se.lect"' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (Se.lect" 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'Se.lect"' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix.three', 'ix `3`'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_Se.lect""";

CREATE TABLE "_graven_new_Se.lect""" (
  "I.d" INTEGER NOT NULL,
  "o""rder" VARCHAR(20) NOT NULL DEFAULT '''',
  "group" TEXT NOT NULL DEFAULT 'it''s',
  "ti`ck" INTEGER,
  CONSTRAINT "Select_pkey" PRIMARY KEY ("I.d"),
  CONSTRAINT "uq ""1""" UNIQUE ("o""rder", "ti`ck"),
  CONSTRAINT "ck '2'" CHECK ("o""rder" <> 'it''s' AND "I.d" > 0),
  CONSTRAINT "Se.lect""_group_enum" CHECK ("group" IN ('it''s', 'a "b"', 'back\slash'))
);

INSERT INTO "_graven_new_Se.lect""" ("I.d", "o""rder", "group", "ti`ck")
SELECT "I.d", "o""rder", "group", "ti`ck" FROM "Se.lect""" NOT INDEXED;

DROP TABLE "Se.lect""";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_Se.lect""" RENAME TO "Se.lect""";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix `3`" ON "Se.lect""" ("group", "ti`ck" DESC);

-- Warning: run here the texts that were found above (Se.lect" 1).

-- rename column a\.b c"d.Ref' to Ref.
ALTER TABLE "a.b c""d" RENAME COLUMN "Ref'" TO "Ref.";

-- rename constraint fk `four` of a\.b c"d to fk.4
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""a.b c""d"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('a.b c"d') WHERE name COLLATE NOCASE NOT IN ('user', 'Ref.')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'a.b c"d' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (a.b c"d 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'a.b c"d' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('INDEX', 'INDEX'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_a.b c""d";

CREATE TABLE "_graven_new_a.b c""d" (
  "user" INTEGER NOT NULL,
  "Ref." INTEGER,
  CONSTRAINT "a.b c""d_pkey" PRIMARY KEY ("user"),
  CONSTRAINT "fk.4" FOREIGN KEY ("Ref.") REFERENCES "Se.lect""" ("I.d") ON DELETE SET NULL
);

INSERT INTO "_graven_new_a.b c""d" ("user", "Ref.")
SELECT "user", "Ref." FROM "a.b c""d" NOT INDEXED;

DROP TABLE "a.b c""d";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_a.b c""d" RENAME TO "a.b c""d";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "INDEX" ON "a.b c""d" ("Ref.");

-- Warning: run here the texts that were found above (a.b c"d 2).

-- add label 'new 'one'' to enum say "when"
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""Se.lect"""" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('Se.lect"') WHERE name COLLATE NOCASE NOT IN ('I.d', 'o"rder', 'group', 'ti`ck')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'Se.lect"' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (Se.lect" 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'Se.lect"' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix `3`', 'ix `3`'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_Se.lect""";

CREATE TABLE "_graven_new_Se.lect""" (
  "I.d" INTEGER NOT NULL,
  "o""rder" VARCHAR(20) NOT NULL DEFAULT '''',
  "group" TEXT NOT NULL DEFAULT 'it''s',
  "ti`ck" INTEGER,
  CONSTRAINT "Select_pkey" PRIMARY KEY ("I.d"),
  CONSTRAINT "uq ""1""" UNIQUE ("o""rder", "ti`ck"),
  CONSTRAINT "ck '2'" CHECK ("o""rder" <> 'it''s' AND "I.d" > 0),
  CONSTRAINT "Se.lect""_group_enum" CHECK ("group" IN ('it''s', 'new ''one''', 'a "b"', 'back\slash'))
);

INSERT INTO "_graven_new_Se.lect""" ("I.d", "o""rder", "group", "ti`ck")
SELECT "I.d", "o""rder", "group", "ti`ck" FROM "Se.lect""" NOT INDEXED;

DROP TABLE "Se.lect""";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_Se.lect""" RENAME TO "Se.lect""";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix `3`" ON "Se.lect""" ("group", "ti`ck" DESC);

-- Warning: run here the texts that were found above (Se.lect" 3).

-- alter column Se\.lect".ti`ck (nullable, default)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""Se.lect"""" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('Se.lect"') WHERE name COLLATE NOCASE NOT IN ('I.d', 'o"rder', 'group', 'ti`ck')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'Se.lect"' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (Se.lect" 4). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'Se.lect"' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix `3`', 'ix `3`'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_Se.lect""";

CREATE TABLE "_graven_new_Se.lect""" (
  "I.d" INTEGER NOT NULL,
  "o""rder" VARCHAR(40) NOT NULL DEFAULT '\',
  "group" TEXT NOT NULL DEFAULT 'new ''one''',
  "ti`ck" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Select_pkey" PRIMARY KEY ("I.d"),
  CONSTRAINT "uq ""1""" UNIQUE ("o""rder", "ti`ck"),
  CONSTRAINT "ck '2'" CHECK ("o""rder" <> 'it''s' AND "I.d" > 0),
  CONSTRAINT "Se.lect""_group_enum" CHECK ("group" IN ('it''s', 'new ''one''', 'a "b"', 'back\slash'))
);

INSERT INTO "_graven_new_Se.lect""" ("I.d", "o""rder", "group", "ti`ck")
SELECT "I.d", "o""rder", "group", "ti`ck" FROM "Se.lect""" NOT INDEXED;

DROP TABLE "Se.lect""";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_Se.lect""" RENAME TO "Se.lect""";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix `3`" ON "Se.lect""" ("group", "ti`ck" DESC);

-- Warning: run here the texts that were found above (Se.lect" 4).

-- set the labels of enum say "when" to 'back\slash', 'it's', 'new 'one''
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""Se.lect"""" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('Se.lect"') WHERE name COLLATE NOCASE NOT IN ('I.d', 'o"rder', 'group', 'ti`ck')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'Se.lect"' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (Se.lect" 5). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'Se.lect"' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix `3`', 'ix `3`'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_Se.lect""";

CREATE TABLE "_graven_new_Se.lect""" (
  "I.d" INTEGER NOT NULL,
  "o""rder" VARCHAR(40) NOT NULL DEFAULT '\',
  "group" TEXT NOT NULL DEFAULT 'new ''one''',
  "ti`ck" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Select_pkey" PRIMARY KEY ("I.d"),
  CONSTRAINT "uq ""1""" UNIQUE ("o""rder", "ti`ck"),
  CONSTRAINT "ck '2'" CHECK ("o""rder" <> 'it''s' AND "I.d" > 0),
  CONSTRAINT "Se.lect""_group_enum" CHECK ("group" IN ('back\slash', 'it''s', 'new ''one'''))
);

INSERT INTO "_graven_new_Se.lect""" ("I.d", "o""rder", "group", "ti`ck")
SELECT "I.d", "o""rder", "group", "ti`ck" FROM "Se.lect""" NOT INDEXED;

DROP TABLE "Se.lect""";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_Se.lect""" RENAME TO "Se.lect""";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix `3`" ON "Se.lect""" ("group", "ti`ck" DESC);

-- Warning: run here the texts that were found above (Se.lect" 5).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
