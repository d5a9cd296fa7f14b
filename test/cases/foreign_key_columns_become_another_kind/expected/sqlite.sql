PRAGMA foreign_keys = OFF;

-- drop constraint child_b_fkey of child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('a', 'b')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "a" INTEGER NOT NULL,
  "b" TEXT NOT NULL,
  CONSTRAINT "child_pkey" PRIMARY KEY ("a", "b")
);

INSERT INTO "_graven_new_child" ("a", "b")
SELECT "a", "b" FROM "child" NOT INDEXED;

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (child 1).

-- drop constraint grandchild_a_b_fkey of grandchild
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""grandchild"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('grandchild') WHERE name COLLATE NOCASE NOT IN ('id', 'a', 'b')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'grandchild' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (grandchild 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'grandchild' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_grandchild";

CREATE TABLE "_graven_new_grandchild" (
  "id" INTEGER NOT NULL,
  "a" INTEGER,
  "b" TEXT,
  CONSTRAINT "grandchild_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_grandchild" ("id", "a", "b")
SELECT "id", "a", "b" FROM "grandchild" NOT INDEXED;

DROP TABLE "grandchild";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_grandchild" RENAME TO "grandchild";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (grandchild 2).

-- drop constraint parent_up_fkey of parent
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""parent"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('parent') WHERE name COLLATE NOCASE NOT IN ('id', 'up')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'parent' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (parent 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'parent' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_parent";

CREATE TABLE "_graven_new_parent" (
  "id" TEXT NOT NULL,
  "up" TEXT,
  CONSTRAINT "parent_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_parent" ("id", "up")
SELECT "id", "up" FROM "parent" NOT INDEXED;

DROP TABLE "parent";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_parent" RENAME TO "parent";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (parent 3).

-- alter column child.b (type)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('a', 'b')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 4). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "a" BIGINT NOT NULL,
  "b" VARCHAR(40) NOT NULL,
  CONSTRAINT "child_pkey" PRIMARY KEY ("a", "b")
);

INSERT INTO "_graven_new_child" ("a", "b")
SELECT "a", "b" FROM "child" NOT INDEXED;

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (child 4).

-- alter column grandchild.b (type)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""grandchild"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('grandchild') WHERE name COLLATE NOCASE NOT IN ('id', 'a', 'b')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'grandchild' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (grandchild 5). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'grandchild' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_grandchild";

CREATE TABLE "_graven_new_grandchild" (
  "id" INTEGER NOT NULL,
  "a" BIGINT,
  "b" VARCHAR(40),
  CONSTRAINT "grandchild_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_grandchild" ("id", "a", "b")
SELECT "id", "a", "b" FROM "grandchild" NOT INDEXED;

DROP TABLE "grandchild";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_grandchild" RENAME TO "grandchild";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (grandchild 5).

-- alter column parent.up (type)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""parent"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('parent') WHERE name COLLATE NOCASE NOT IN ('id', 'up')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'parent' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (parent 6). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'parent' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_parent";

CREATE TABLE "_graven_new_parent" (
  "id" VARCHAR(40) NOT NULL,
  "up" VARCHAR(40),
  CONSTRAINT "parent_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_parent" ("id", "up")
SELECT "id", "up" FROM "parent" NOT INDEXED;

DROP TABLE "parent";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_parent" RENAME TO "parent";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (parent 6).

-- create foreign key child_b_fkey on child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('a', 'b')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 7). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "a" BIGINT NOT NULL,
  "b" VARCHAR(40) NOT NULL,
  CONSTRAINT "child_pkey" PRIMARY KEY ("a", "b"),
  CONSTRAINT "child_b_fkey" FOREIGN KEY ("b") REFERENCES "parent" ("id") ON DELETE CASCADE
);

INSERT INTO "_graven_new_child" ("a", "b")
SELECT "a", "b" FROM "child" NOT INDEXED;

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (child 7).

-- create foreign key grandchild_a_b_fkey on grandchild
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""grandchild"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('grandchild') WHERE name COLLATE NOCASE NOT IN ('id', 'a', 'b')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'grandchild' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (grandchild 8). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'grandchild' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_grandchild";

CREATE TABLE "_graven_new_grandchild" (
  "id" INTEGER NOT NULL,
  "a" BIGINT,
  "b" VARCHAR(40),
  CONSTRAINT "grandchild_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "grandchild_a_b_fkey" FOREIGN KEY ("a", "b") REFERENCES "child" ("a", "b")
);

INSERT INTO "_graven_new_grandchild" ("id", "a", "b")
SELECT "id", "a", "b" FROM "grandchild" NOT INDEXED;

DROP TABLE "grandchild";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_grandchild" RENAME TO "grandchild";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (grandchild 8).

-- create foreign key parent_up_fkey on parent
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""parent"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('parent') WHERE name COLLATE NOCASE NOT IN ('id', 'up')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'parent' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (parent 9). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'parent' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_parent";

CREATE TABLE "_graven_new_parent" (
  "id" VARCHAR(40) NOT NULL,
  "up" VARCHAR(40),
  CONSTRAINT "parent_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "parent_up_fkey" FOREIGN KEY ("up") REFERENCES "parent" ("id")
);

INSERT INTO "_graven_new_parent" ("id", "up")
SELECT "id", "up" FROM "parent" NOT INDEXED;

DROP TABLE "parent";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_parent" RENAME TO "parent";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (parent 9).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
