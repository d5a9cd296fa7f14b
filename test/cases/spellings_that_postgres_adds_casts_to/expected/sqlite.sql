PRAGMA foreign_keys = OFF;

-- create check ck_word on thing
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""thing"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('thing') WHERE name COLLATE NOCASE NOT IN ('id', 'small', 'price', 'word', 'at')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'thing' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (thing 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'thing' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_small'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_thing";

CREATE TABLE "_graven_new_thing" (
  "id" INTEGER NOT NULL,
  "small" SMALLINT,
  "price" NUMERIC(10, 2),
  "word" VARCHAR(10),
  "at" TIMESTAMP,
  "fixed" CHAR(36) DEFAULT NULL,
  "nothing" TEXT DEFAULT NULL,
  CONSTRAINT "thing_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ck_at" CHECK (at > '1900-01-01'),
  CONSTRAINT "ck_price" CHECK (price > -100 AND price < 100.5),
  CONSTRAINT "ck_small" CHECK (coalesce(small, 0) < 100 AND CASE WHEN small > 3 THEN small ELSE 70000 END > 2),
  CONSTRAINT "ck_word" CHECK (coalesce(word, 'a') <> 'b' AND word || 'x' <> lower(word))
);

INSERT INTO "_graven_new_thing" ("id", "small", "price", "word", "at")
SELECT "id", "small", "price", "word", "at" FROM "thing" NOT INDEXED;

DROP TABLE "thing";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_thing" RENAME TO "thing";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_small" ON "thing" ((coalesce(small, 0)), ((small + 1)));

-- Warning: run here the texts that were found above (thing 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
