-- add column tier.code
ALTER TABLE "tier" ADD COLUMN "code" varchar(3);

-- insert 1 row into currency
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "digits" = 2 THEN 0 ELSE 1 END AS differs FROM "currency" WHERE "code" = 'chf'

INSERT INTO "currency" ("code", "digits") VALUES ('chf', 2) ON CONFLICT ("code") DO NOTHING;

-- insert 1 row into tier
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "rank" = 9 AND "code" = 'chf' THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'base'

INSERT INTO "tier" ("name", "rank", "code") VALUES ('base', 9, 'chf') ON CONFLICT ("name") DO NOTHING;

-- update 2 rows of tier
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN ("parent" = 'none') OR ("parent" = 'base') THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'free'
--   UNION ALL SELECT 1 AS position, CASE WHEN ("rank" = 1) OR ("rank" = 2) THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'team'

UPDATE "tier" SET "parent" = 'base' WHERE "name" = 'free' AND "parent" = 'none';

UPDATE "tier" SET "rank" = 2 WHERE "name" = 'team' AND "rank" = 1;

-- delete 1 row from tier
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, CASE WHEN "rank" = -1 THEN 0 ELSE 1 END AS differs FROM "tier" WHERE "name" = 'club'

DELETE FROM "tier" WHERE "name" = 'club' AND "rank" = -1;

-- create unique constraint tier_rank_key on tier
ALTER TABLE "tier" ADD CONSTRAINT "tier_rank_key" UNIQUE ("rank");

-- create check tier_rank_positive on tier
ALTER TABLE "tier" ADD CONSTRAINT "tier_rank_positive" CHECK (rank > 0);

-- create foreign key tier_code_fkey on tier
ALTER TABLE "tier" ADD CONSTRAINT "tier_code_fkey" FOREIGN KEY ("code") REFERENCES "currency" ("code");

-- create foreign key tier_parent_fkey on tier
ALTER TABLE "tier" ADD CONSTRAINT "tier_parent_fkey" FOREIGN KEY ("parent") REFERENCES "tier" ("name");
