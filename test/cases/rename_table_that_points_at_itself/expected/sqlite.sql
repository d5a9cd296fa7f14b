PRAGMA foreign_keys = OFF;

-- rename table node to branch
ALTER TABLE "node" RENAME TO "branch";

-- rename column branch.depth to level
ALTER TABLE "branch" RENAME COLUMN "depth" TO "level";

-- create check node_depth on branch
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""branch"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('branch') WHERE name COLLATE NOCASE NOT IN ('id', 'parent_id', 'level')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'branch' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (branch 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'branch' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_node', 'ix_node'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_branch";

CREATE TABLE "_graven_new_branch" (
  "id" INTEGER NOT NULL,
  "parent_id" INTEGER,
  "level" INTEGER NOT NULL,
  CONSTRAINT "node_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "node_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "branch" ("id"),
  CONSTRAINT "node_depth" CHECK (branch.level >= 0 AND (branch.parent_id IS NULL OR branch.parent_id <> branch.id))
);

INSERT INTO "_graven_new_branch" ("id", "parent_id", "level")
SELECT "id", "parent_id", "level" FROM "branch" NOT INDEXED;

DROP TABLE "branch";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_branch" RENAME TO "branch";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_node" ON "branch" ("level");

-- Warning: run here the texts that were found above (branch 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
