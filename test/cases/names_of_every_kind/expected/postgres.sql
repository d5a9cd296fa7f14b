-- create enum say "when"
CREATE TYPE "say ""when""" AS ENUM ('it''s', 'a "b"', 'back\slash', 'a,b', '(c)', 'two words', 'ÄÖ');

-- create table a\.b c"d
CREATE TABLE "a.b c""d" (
  "user" integer NOT NULL,
  "Ref'" integer,
  CONSTRAINT "a.b c""d_pkey" PRIMARY KEY ("user"),
  CONSTRAINT "fk `four`" FOREIGN KEY ("Ref'") REFERENCES "Select" ("I.d") ON DELETE SET NULL
);

CREATE INDEX "INDEX" ON "a.b c""d" ("Ref'");

-- create table where
CREATE TABLE "where" (
  "id" integer NOT NULL,
  "x.y" integer,
  CONSTRAINT "where_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "where_x.y_fkey" FOREIGN KEY ("x.y") REFERENCES "a.b c""d" ("user")
);

-- add column Select.group
ALTER TABLE "Select" ADD COLUMN "group" "say ""when""" NOT NULL DEFAULT 'it''s';

-- add column Select.ti`ck
ALTER TABLE "Select" ADD COLUMN "ti`ck" integer;

-- alter column Select.order by (nullable, default)
ALTER TABLE "Select" ALTER COLUMN "order by" SET NOT NULL;

ALTER TABLE "Select" ALTER COLUMN "order by" SET DEFAULT '''';

-- create unique constraint uq 'one' on Select
ALTER TABLE "Select" ADD CONSTRAINT "uq 'one'" UNIQUE ("order by", "ti`ck");

-- create index ix.three on Select
CREATE INDEX "ix.three" ON "Select" ("group", "ti`ck" DESC);

-- create check ck "two" on Select
ALTER TABLE "Select" ADD CONSTRAINT "ck ""two""" CHECK ("order by" <> 'it''s' AND "I.d" > 0);
