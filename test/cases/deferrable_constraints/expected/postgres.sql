-- create table team
CREATE TABLE "team" (
  "id" integer NOT NULL,
  CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- create table player
CREATE TABLE "player" (
  "id" integer NOT NULL,
  "team_id" integer,
  CONSTRAINT "player_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "player_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);
