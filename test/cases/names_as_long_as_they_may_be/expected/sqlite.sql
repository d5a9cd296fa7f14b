PRAGMA foreign_keys = OFF;

-- create table child_üüüüüüüüüüüüüüüüüüüüüüüüüüüü
CREATE TABLE "child_üüüüüüüüüüüüüüüüüüüüüüüüüüüü" (
  "id" INTEGER NOT NULL,
  "parent_üüüüüüüüüüüüüüüüüüüüüüüüüüüü" INTEGER,
  CONSTRAINT "child_üüüüüüüüüüüüüüüüüüüüüüüüüüüü_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "fk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" FOREIGN KEY ("parent_üüüüüüüüüüüüüüüüüüüüüüüüüüüü") REFERENCES "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" ("id_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
);

CREATE INDEX "child_üüüüüüüüüüüüüüüüüüüüüüüüüüüü_parent_üüüüüüüüüüüüüüüüüüüüüüüüüüüü_id_idx" ON "child_üüüüüüüüüüüüüüüüüüüüüüüüüüüü" ("parent_üüüüüüüüüüüüüüüüüüüüüüüüüüüü", "id");

-- create check ck_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx on parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') WHERE name COLLATE NOCASE NOT IN ('id_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_üüüüüüüüüüüüüüüüüüüüüüüüüüüüüü'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

CREATE TABLE "_graven_new_parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" (
  "id_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" INTEGER NOT NULL,
  "code_üüüüüüüüüüüüüüüüüüüüüüüüüüüüü" VARCHAR(20),
  "feeling_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" TEXT DEFAULT 'label_üüüüüüüüüüüüüüüüüüüüüüüüüüüü',
  CONSTRAINT "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_pkey" PRIMARY KEY ("id_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
  CONSTRAINT "uq_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" UNIQUE ("code_üüüüüüüüüüüüüüüüüüüüüüüüüüüüü"),
  CONSTRAINT "ck_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" CHECK ("code_üüüüüüüüüüüüüüüüüüüüüüüüüüüüü" <> ''),
  CONSTRAINT "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_feeling_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_enum" CHECK ("feeling_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" IN ('label_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'label_üüüüüüüüüüüüüüüüüüüüüüüüüüüü'))
);

INSERT INTO "_graven_new_parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" ("id_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
SELECT "id_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" FROM "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" NOT INDEXED;

DROP TABLE "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" RENAME TO "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_üüüüüüüüüüüüüüüüüüüüüüüüüüüüüü" ON "parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" ("feeling_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");

-- Warning: run here the texts that were found above (parent_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
