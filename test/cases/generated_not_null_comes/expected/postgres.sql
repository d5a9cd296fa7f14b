-- add column box.depth
ALTER TABLE "box" ADD COLUMN "depth" integer NOT NULL DEFAULT 1;

-- add column box.twice
ALTER TABLE "box" ADD COLUMN "twice" integer GENERATED ALWAYS AS (width * 2) STORED NOT NULL;

-- add column box.volume
ALTER TABLE "box" ADD COLUMN "volume" integer GENERATED ALWAYS AS (width * depth) STORED NOT NULL;

-- create index ix_twice on box
CREATE INDEX "ix_twice" ON "box" ("twice");

-- create check twice on box
ALTER TABLE "box" ADD CONSTRAINT "twice" CHECK (twice > 0);
