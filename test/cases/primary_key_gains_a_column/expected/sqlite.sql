PRAGMA foreign_keys = OFF;

-- create primary key price_pkey on price
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""price"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('price') WHERE name COLLATE NOCASE NOT IN ('item', 'region', 'amount')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'price' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (price 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'price' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_price";

CREATE TABLE "_graven_new_price" (
  "item" INTEGER NOT NULL,
  "region" VARCHAR(10) NOT NULL DEFAULT 'all',
  "amount" INTEGER,
  CONSTRAINT "price_pkey" PRIMARY KEY ("item", "region")
);

INSERT INTO "_graven_new_price" ("item", "region", "amount")
SELECT "item", "region", "amount" FROM "price" NOT INDEXED;

DROP TABLE "price";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_price" RENAME TO "price";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (price 1).

-- create foreign key rebate_item_region_fkey on rebate
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""rebate"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('rebate') WHERE name COLLATE NOCASE NOT IN ('item', 'region', 'percent')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'rebate' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (rebate 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'rebate' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_rebate";

CREATE TABLE "_graven_new_rebate" (
  "item" INTEGER NOT NULL,
  "region" VARCHAR(10) NOT NULL,
  "percent" INTEGER,
  CONSTRAINT "rebate_pkey" PRIMARY KEY ("region", "item"),
  CONSTRAINT "rebate_item_region_fkey" FOREIGN KEY ("item", "region") REFERENCES "price" ("item", "region")
);

INSERT INTO "_graven_new_rebate" ("item", "region", "percent")
SELECT "item", "region", "percent" FROM "rebate" NOT INDEXED;

DROP TABLE "rebate";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_rebate" RENAME TO "rebate";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (rebate 2).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
