PRAGMA foreign_keys = OFF;

-- alter column item.price (type)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""item"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('item') WHERE name COLLATE NOCASE NOT IN ('id', 'code', 'price')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'item' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (item 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'item' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ('ix_item_code', 'ix_item_code'))) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_item";

CREATE TABLE "_graven_new_item" (
  "id" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "price" NUMERIC(10, 2) NOT NULL,
  CONSTRAINT "item_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "item_code" CHECK (lower(code) <> 'none' AND length(code) > 0),
  CONSTRAINT "item_price" CHECK (price BETWEEN 0 AND 1000)
);

INSERT INTO "_graven_new_item" ("id", "code", "price")
SELECT "id", "code", "price" FROM "item" NOT INDEXED;

DROP TABLE "item";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_item" RENAME TO "item";

PRAGMA legacy_alter_table = OFF;

CREATE INDEX "ix_item_code" ON "item" ((lower(code)), "price" DESC) WHERE price > 0;

-- Warning: run here the texts that were found above (item 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
