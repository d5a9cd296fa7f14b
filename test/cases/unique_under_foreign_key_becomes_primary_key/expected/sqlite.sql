PRAGMA foreign_keys = OFF;

-- drop constraint fk_city_country of city
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""city"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('city') WHERE name COLLATE NOCASE NOT IN ('id', 'country')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'city' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (city 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'city' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_city";

CREATE TABLE "_graven_new_city" (
  "id" INTEGER NOT NULL,
  "country" VARCHAR(2),
  CONSTRAINT "city_pkey" PRIMARY KEY ("id")
);

INSERT INTO "_graven_new_city" ("id", "country")
SELECT "id", "country" FROM "city" NOT INDEXED;

DROP TABLE "city";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_city" RENAME TO "city";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (city 1).

-- create primary key country_pkey on country
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""country"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('country') WHERE name COLLATE NOCASE NOT IN ('code', 'name')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'country' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (country 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'country' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_country";

CREATE TABLE "_graven_new_country" (
  "code" VARCHAR(2) NOT NULL,
  "name" VARCHAR(40),
  CONSTRAINT "country_pkey" PRIMARY KEY ("code")
);

INSERT INTO "_graven_new_country" ("code", "name")
SELECT "code", "name" FROM "country" NOT INDEXED;

DROP TABLE "country";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_country" RENAME TO "country";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (country 2).

-- create foreign key fk_city_country on city
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""city"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('city') WHERE name COLLATE NOCASE NOT IN ('id', 'country')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'city' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (city 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'city' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_city";

CREATE TABLE "_graven_new_city" (
  "id" INTEGER NOT NULL,
  "country" VARCHAR(2),
  CONSTRAINT "city_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "fk_city_country" FOREIGN KEY ("country") REFERENCES "country" ("code")
);

INSERT INTO "_graven_new_city" ("id", "country")
SELECT "id", "country" FROM "city" NOT INDEXED;

DROP TABLE "city";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_city" RENAME TO "city";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (city 3).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
