PRAGMA foreign_keys = OFF;

-- alter column account.name (nullable)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""account"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('account') WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'nick')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'account' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (account 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'account' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_account";

CREATE TABLE "_graven_new_account" (
  "id" INTEGER NOT NULL CONSTRAINT "account_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" VARCHAR(80),
  "nick" VARCHAR(80)
);

INSERT INTO "_graven_new_account" ("id", "name", "nick")
SELECT "id", "name", "nick" FROM "account" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'account'), 0)) WHERE name = '_graven_new_account';

DROP TABLE "account";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_account" RENAME TO "account";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (account 1).

-- backfill account.nick
UPDATE "account" SET "nick" = '?' WHERE "nick" IS NULL;

-- alter column account.nick (nullable)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""account"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('account') WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'nick')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'account' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (account 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'account' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_account";

CREATE TABLE "_graven_new_account" (
  "id" INTEGER NOT NULL CONSTRAINT "account_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" VARCHAR(80),
  "nick" VARCHAR(80) NOT NULL
);

INSERT INTO "_graven_new_account" ("id", "name", "nick")
SELECT "id", "name", "nick" FROM "account" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'account'), 0)) WHERE name = '_graven_new_account';

DROP TABLE "account";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_account" RENAME TO "account";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (account 2).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
