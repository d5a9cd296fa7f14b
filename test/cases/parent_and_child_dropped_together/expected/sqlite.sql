PRAGMA foreign_keys = OFF;

-- drop constraint stays_parent_id_fkey of stays
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""stays"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('stays') WHERE name COLLATE NOCASE NOT IN ('id', 'parent_id')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'stays' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (stays 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'stays' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_stays";

CREATE TABLE "_graven_new_stays" (
  "id" INTEGER NOT NULL CONSTRAINT "stays_pkey" PRIMARY KEY AUTOINCREMENT,
  "parent_id" INTEGER
);

INSERT INTO "_graven_new_stays" ("id", "parent_id")
SELECT "id", "parent_id" FROM "stays" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'stays'), 0)) WHERE name = '_graven_new_stays';

DROP TABLE "stays";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_stays" RENAME TO "stays";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (stays 1).

-- drop table child
DROP TABLE "child";

-- drop table parent
DROP TABLE "parent";

-- drop column stays.parent_id
ALTER TABLE "stays" DROP COLUMN "parent_id";

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
