-- add column thing.fixed
ALTER TABLE "thing" ADD COLUMN "fixed" char(36) DEFAULT NULL;

-- add column thing.nothing
ALTER TABLE "thing" ADD COLUMN "nothing" json DEFAULT NULL;

-- create index ix_small on thing
CREATE INDEX "ix_small" ON "thing" ((coalesce(small, 0)), ((small + 1)));

-- create check ck_at on thing
ALTER TABLE "thing" ADD CONSTRAINT "ck_at" CHECK (at > '1900-01-01');

-- create check ck_price on thing
ALTER TABLE "thing" ADD CONSTRAINT "ck_price" CHECK (price > -100 AND price < 100.5);

-- create check ck_small on thing
ALTER TABLE "thing" ADD CONSTRAINT "ck_small" CHECK (coalesce(small, 0) < 100 AND CASE WHEN small > 3 THEN small ELSE 70000 END > 2);

-- create check ck_word on thing
ALTER TABLE "thing" ADD CONSTRAINT "ck_word" CHECK (coalesce(word, 'a') <> 'b' AND word || 'x' <> lower(word));
