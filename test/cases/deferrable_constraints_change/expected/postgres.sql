-- rename constraint player_e of player to player_renamed
ALTER TABLE "player" RENAME CONSTRAINT "player_e" TO "player_renamed";

-- drop constraint player_d of player
ALTER TABLE "player" DROP CONSTRAINT "player_d";

-- create foreign key player_d on player
ALTER TABLE "player" ADD CONSTRAINT "player_d" FOREIGN KEY ("d") REFERENCES "team" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- alter constraint player_a of player (deferrable)
ALTER TABLE "player" ALTER CONSTRAINT "player_a" DEFERRABLE INITIALLY DEFERRED;

-- alter constraint player_b of player (deferrable)
ALTER TABLE "player" ALTER CONSTRAINT "player_b" NOT DEFERRABLE;

-- alter constraint player_c of player (deferrable)
ALTER TABLE "player" ALTER CONSTRAINT "player_c" DEFERRABLE INITIALLY DEFERRED;

-- alter constraint player_renamed of player (deferrable)
ALTER TABLE "player" ALTER CONSTRAINT "player_renamed" DEFERRABLE INITIALLY IMMEDIATE;
