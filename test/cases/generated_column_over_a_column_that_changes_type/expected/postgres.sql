-- drop index ix_louder of item
DROP INDEX "ix_louder";

-- drop column item.loud
ALTER TABLE "item" DROP COLUMN "loud";

-- drop column item.louder
ALTER TABLE "item" DROP COLUMN "louder";

-- alter column item.id (type)
ALTER TABLE "item" ALTER COLUMN "id" TYPE varchar(40) USING "id"::varchar(40);

-- alter column item.word (type)
ALTER TABLE "item" ALTER COLUMN "word" TYPE integer USING "word"::integer;

-- add column item.twice
ALTER TABLE "item" ADD COLUMN "twice" integer GENERATED ALWAYS AS (word * 2) STORED;

-- add column item.short
ALTER TABLE "item" ADD COLUMN "short" varchar(40) GENERATED ALWAYS AS (lower(id)) STORED;

-- create index ix_short on item
CREATE INDEX "ix_short" ON "item" ("short");
