-- drop constraint player_b of player
ALTER TABLE "player" DROP CONSTRAINT "player_b";

-- drop constraint team_n of team
ALTER TABLE "team" DROP CONSTRAINT "team_n";

-- create unique constraint team_n on team
ALTER TABLE "team" ADD CONSTRAINT "team_n" UNIQUE NULLS NOT DISTINCT ("n");

-- alter constraint player_a of player (deferrable)
ALTER TABLE "player" ALTER CONSTRAINT "player_a" DEFERRABLE INITIALLY DEFERRED;

-- validate constraint player_a of player
ALTER TABLE "player" VALIDATE CONSTRAINT "player_a";

-- alter constraint tree_a of tree (deferrable)
ALTER TABLE "tree" ALTER CONSTRAINT "tree_a" DEFERRABLE INITIALLY DEFERRED;

-- create foreign key player_b on player
ALTER TABLE "player" ADD CONSTRAINT "player_b" FOREIGN KEY ("b") REFERENCES "team" ("n") DEFERRABLE INITIALLY DEFERRED;
