PRAGMA foreign_keys = OFF;

-- drop view old_item
DROP VIEW "old_item";

-- drop view every_item
DROP VIEW "every_item";

-- drop column item.gone
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""item"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('item') WHERE name COLLATE NOCASE NOT IN ('id', 'name', 'gone')
UNION ALL SELECT wr + (strict <> 1) FROM pragma_table_list WHERE schema = 'main' AND name = 'item' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (item 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'item' COLLATE NOCASE AND ((type = 'trigger' AND name NOT IN ('item_noted', 'item_kept')) OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_item";

CREATE TABLE "_graven_new_item" (
  "id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "open" INTEGER,
  CONSTRAINT "item_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "item_name" CHECK (length(name) < 50)
) STRICT;

INSERT INTO "_graven_new_item" ("id", "name")
SELECT "id", "name" FROM "item" NOT INDEXED;

DROP TABLE "item";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_item" RENAME TO "item";

PRAGMA legacy_alter_table = OFF;

CREATE TRIGGER "item_noted" AFTER INSERT ON "item" FOR EACH ROW
BEGIN
INSERT INTO log (note) VALUES (NEW.name);
END;

CREATE TRIGGER "item_kept" BEFORE UPDATE OF "name" ON "item" FOR EACH ROW WHEN NEW.name = ''
BEGIN
SELECT RAISE(ABORT, 'no name');
END;

-- Warning: run here the texts that were found above (item 1).

CREATE TABLE "_graven_test" (id INTEGER);

ALTER TABLE "_graven_test" RENAME TO "_graven_tested";

DROP TABLE "_graven_tested";

-- alter table log (strict)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""log"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('log') WHERE name COLLATE NOCASE NOT IN ('id', 'note')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'log' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (log 2). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'log' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_log";

CREATE TABLE "_graven_new_log" (
  "id" INTEGER NOT NULL,
  "note" TEXT,
  CONSTRAINT "log_pkey" PRIMARY KEY ("id")
) STRICT;

INSERT INTO "_graven_new_log" ("id", "note")
SELECT "id", "note" FROM "log" NOT INDEXED;

DROP TABLE "log";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_log" RENAME TO "log";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (log 2).

-- alter table pair (withoutRowid)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""pair"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('pair') WHERE name COLLATE NOCASE NOT IN ('a', 'b')
UNION ALL SELECT (wr <> 1) + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'pair' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (pair 3). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'pair' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_pair";

CREATE TABLE "_graven_new_pair" (
  "a" INTEGER NOT NULL,
  "b" INTEGER NOT NULL,
  CONSTRAINT "pair_pkey" PRIMARY KEY ("a", "b")
);

INSERT INTO "_graven_new_pair" ("a", "b")
SELECT "a", "b" FROM "pair" NOT INDEXED;

DROP TABLE "pair";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_pair" RENAME TO "pair";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (pair 3).

-- replace trigger item.item_noted
DROP TRIGGER "item_noted";

CREATE TRIGGER "item_noted" AFTER INSERT ON "item" FOR EACH ROW
BEGIN
INSERT INTO log (note) VALUES (NEW.name); DELETE FROM log WHERE note = '';
END;

-- create view old_item
CREATE VIEW "old_item" AS
SELECT id, name FROM item;

-- create trigger old_item.old_item_insert
CREATE TRIGGER "old_item_insert" INSTEAD OF INSERT ON "old_item" FOR EACH ROW
BEGIN
INSERT INTO item (id, name) VALUES (NEW.id, NEW.name);
END;

-- create view every_item
CREATE VIEW "every_item" ("id", "name", "open") AS
SELECT * FROM item;

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
