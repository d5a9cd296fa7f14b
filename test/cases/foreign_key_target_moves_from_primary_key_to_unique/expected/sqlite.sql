PRAGMA foreign_keys = OFF;

-- drop constraint child_parent_id_fkey of child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('id', 'parent_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "id" INTEGER NOT NULL,
  "parent_id" INTEGER,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_child" ("id", "parent_id")
SELECT "id", "parent_id" FROM "child" NOT INDEXED;

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (child 1).

-- create unique constraint parent_id_key on parent
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""parent"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('parent') WHERE name COLLATE NOCASE NOT IN ('id', 'number')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'parent' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (parent 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'parent' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_parent";

CREATE TABLE "_graven_new_parent" (
  "id" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  CONSTRAINT "parent_number" PRIMARY KEY ("number"),
  CONSTRAINT "parent_id_key" UNIQUE ("id")
);

INSERT INTO "_graven_new_parent" ("id", "number")
SELECT "id", "number" FROM "parent" NOT INDEXED;

DROP TABLE "parent";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_parent" RENAME TO "parent";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (parent 2).

-- create foreign key child_parent_id_fkey on child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('id', 'parent_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "id" INTEGER NOT NULL,
  "parent_id" INTEGER,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "child_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE CASCADE
);

INSERT INTO "_graven_new_child" ("id", "parent_id")
SELECT "id", "parent_id" FROM "child" NOT INDEXED;

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (child 3).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
