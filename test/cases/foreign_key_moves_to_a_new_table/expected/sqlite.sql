PRAGMA foreign_keys = OFF;

-- drop constraint fk_child_target of child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('id', 'target_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "id" INTEGER NOT NULL,
  "target_id" INTEGER,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_child" ("id", "target_id")
SELECT "id", "target_id" FROM "child" NOT INDEXED;

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (child 1).

-- create table new_target
CREATE TABLE "new_target" (
  "id" INTEGER NOT NULL,
  "other" INTEGER NOT NULL,
  CONSTRAINT "new_target_pkey" PRIMARY KEY ("id")
);

-- drop table old_target
DROP TABLE "old_target";

-- create foreign key fk_child_target on child
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""child"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('child') WHERE name COLLATE NOCASE NOT IN ('id', 'target_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'child' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (child 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'child' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_child";

CREATE TABLE "_graven_new_child" (
  "id" INTEGER NOT NULL,
  "target_id" INTEGER,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "fk_child_target" FOREIGN KEY ("target_id") REFERENCES "new_target" ("id") ON DELETE CASCADE
);

INSERT INTO "_graven_new_child" ("id", "target_id")
SELECT "id", "target_id" FROM "child" NOT INDEXED;

DROP TABLE "child";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_child" RENAME TO "child";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (child 2).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
