PRAGMA foreign_keys = OFF;

-- drop constraint user_of_c_ref_fkey of user_of_c
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""user_of_c"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('user_of_c') WHERE name COLLATE NOCASE NOT IN ('id', 'ref')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'user_of_c' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (user_of_c 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'user_of_c' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_user_of_c";

CREATE TABLE "_graven_new_user_of_c" (
  "id" INTEGER NOT NULL,
  "ref" INTEGER,
  CONSTRAINT "user_of_c_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_user_of_c" ("id", "ref")
SELECT "id", "ref" FROM "user_of_c" NOT INDEXED;

DROP TABLE "user_of_c";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_user_of_c" RENAME TO "user_of_c";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (user_of_c 1).

-- drop table c
DROP TABLE "c";

-- drop table b
DROP TABLE "b";

-- drop table a
DROP TABLE "a";

-- drop table m
DROP TABLE "m";

-- drop table z
DROP TABLE "z";

-- drop column user_of_c.ref
ALTER TABLE "user_of_c" DROP COLUMN "ref";

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
