PRAGMA foreign_keys = OFF;

-- create check size_small on child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('id', 'parent_id', 'code', 'size')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_child_size', 'ix_child_size'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "id" INTEGER NOT NULL CONSTRAINT "child_pkey" PRIMARY KEY AUTOINCREMENT,
  "parent_id" INTEGER,
  "code" VARCHAR(10) NOT NULL,
  "size" INTEGER NOT NULL,
  CONSTRAINT "size_small" CHECK (size < 1000)
);

INSERT INTO "_graven_new_child" ("id", "parent_id", "code", "size")
SELECT "id", "parent_id", "code", "size" FROM "child" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'child'), 0)) WHERE name = '_graven_new_child';

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_child_size" ON "child" ("size", "code");

-- Warning: run here the texts that were found above (child 1).

-- create unique constraint parent_code_key on parent
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""parent"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('parent') WHERE name COLLATE NOCASE NOT IN ('id', 'code')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'parent' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (parent 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'parent' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_parent";

CREATE TABLE "_graven_new_parent" (
  "id" INTEGER NOT NULL CONSTRAINT "parent_pkey" PRIMARY KEY AUTOINCREMENT,
  "code" VARCHAR(10) NOT NULL,
  CONSTRAINT "parent_code_key" UNIQUE ("code")
);

INSERT INTO "_graven_new_parent" ("id", "code")
SELECT "id", "code" FROM "parent" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'parent'), 0)) WHERE name = '_graven_new_parent';

DROP TABLE "parent";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_parent" RENAME TO "parent";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (parent 2).

-- create foreign key child_parent_id_fkey on child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('id', 'parent_id', 'code', 'size')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_child_size', 'ix_child_size'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "id" INTEGER NOT NULL CONSTRAINT "child_pkey" PRIMARY KEY AUTOINCREMENT,
  "parent_id" INTEGER,
  "code" VARCHAR(10) NOT NULL,
  "size" INTEGER NOT NULL,
  CONSTRAINT "child_parent_code" FOREIGN KEY ("code") REFERENCES "parent" ("code"),
  CONSTRAINT "child_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE SET NULL,
  CONSTRAINT "size_small" CHECK (size < 1000)
);

INSERT INTO "_graven_new_child" ("id", "parent_id", "code", "size")
SELECT "id", "parent_id", "code", "size" FROM "child" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'child'), 0)) WHERE name = '_graven_new_child';

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_child_size" ON "child" ("size", "code");

-- Warning: run here the texts that were found above (child 3).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
