-- rename index ix.size of v1\.item to ix.2
DROP INDEX "ix.size";

CREATE INDEX "ix.2" ON "v1.item" ("size.x");

-- add column v1\.item.wo.rd
ALTER TABLE "v1.item" ADD COLUMN "wo.rd" VARCHAR(20) NOT NULL DEFAULT 'a';

-- create index ix.word on v1\.item
CREATE INDEX "ix.word" ON "v1.item" ("wo.rd", "id" DESC);
