PRAGMA foreign_keys = OFF;

-- rename table user to account
ALTER TABLE "user" RENAME TO "account";

-- rename column account.name to title
ALTER TABLE "account" RENAME COLUMN "name" TO "title";

-- rename column account.age to years
ALTER TABLE "account" RENAME COLUMN "age" TO "years";

-- rename index ix_user_name of account to ix_account_title
DROP INDEX "ix_user_name";

CREATE INDEX "ix_account_title" ON "account" ("title");

-- rename column post.user_id to account_id
ALTER TABLE "post" RENAME COLUMN "user_id" TO "account_id";

-- alter column account.years (type, nullable)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""account"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('account') WHERE name COLLATE NOCASE NOT IN ('id', 'title', 'years')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'account' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (account 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'account' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_account_title', 'ix_account_title'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_account";

CREATE TABLE "_graven_new_account" (
  "id" INTEGER NOT NULL CONSTRAINT "user_pkey" PRIMARY KEY AUTOINCREMENT,
  "title" VARCHAR(80) NOT NULL DEFAULT '?',
  "years" BIGINT,
  CONSTRAINT "user_age" CHECK (years >= 0)
);

INSERT INTO "_graven_new_account" ("id", "title", "years")
SELECT "id", "title", "years" FROM "account" NOT INDEXED;

UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = 'account'), 0)) WHERE name = '_graven_new_account';

DROP TABLE "account";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_account" RENAME TO "account";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_account_title" ON "account" ("title");

-- Warning: run here the texts that were found above (account 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
