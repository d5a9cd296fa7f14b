-- rename index ix.size of v1\.item to ix.2
ALTER INDEX "ix.size" RENAME TO "ix.2";

-- add column v1\.item.wo.rd
ALTER TABLE "v1.item" ADD COLUMN "wo.rd" varchar(20) NOT NULL DEFAULT 'a';

-- create index ix.word on v1\.item
CREATE INDEX "ix.word" ON "v1.item" ("wo.rd", "id" DESC);
