PRAGMA foreign_keys = OFF;

-- alter constraint player_renamed of player (deferrable)
CREATE TABLE "_graven_guard" (unknown INTEGER CONSTRAINT "table ""player"" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them" CHECK (unknown = 0));

INSERT INTO "_graven_guard" SELECT count(*) FROM pragma_table_xinfo('player') WHERE name COLLATE NOCASE NOT IN ('id', 'a', 'b', 'c', 'd', 'e')
UNION ALL SELECT wr + strict FROM pragma_table_list WHERE schema = 'main' AND name = 'player' COLLATE NOCASE;

DROP TABLE "_graven_guard";

-- Warning: online, graven remembers the texts that this finds (player 1). Run it, and run its texts where the next warning stands.
--   SELECT sql FROM sqlite_master WHERE tbl_name = 'player' COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND name NOT IN ())) ORDER BY rowid

DROP TABLE IF EXISTS "_graven_new_player";

CREATE TABLE "_graven_new_player" (
  "id" INTEGER NOT NULL,
  "a" INTEGER,
  "b" INTEGER,
  "c" INTEGER,
  "d" INTEGER,
  "e" INTEGER,
  CONSTRAINT "player_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "player_a" FOREIGN KEY ("a") REFERENCES "team" ("id") DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "player_b" FOREIGN KEY ("b") REFERENCES "team" ("id"),
  CONSTRAINT "player_c" FOREIGN KEY ("c") REFERENCES "team" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "player_renamed" FOREIGN KEY ("e") REFERENCES "team" ("id") DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT "player_d" FOREIGN KEY ("d") REFERENCES "team" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

INSERT INTO "_graven_new_player" ("id", "a", "b", "c", "d", "e")
SELECT "id", "a", "b", "c", "d", "e" FROM "player" NOT INDEXED;

DROP TABLE "player";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "_graven_new_player" RENAME TO "player";

PRAGMA legacy_alter_table = OFF;

-- Warning: run here the texts that were found above (player 1).

PRAGMA foreign_keys = ON;

PRAGMA legacy_alter_table = OFF;
