-- create table born
CREATE UNLOGGED TABLE "born" (
  "id" integer NOT NULL,
  CONSTRAINT "born_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "born" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "born" FORCE ROW LEVEL SECURITY;

ALTER TABLE "born" REPLICA IDENTITY NOTHING;

-- alter column job.name (facts)
ALTER TABLE "job" ALTER COLUMN "name" SET STATISTICS 500;

ALTER TABLE "job" ALTER COLUMN "name" SET (n_distinct = 100);

-- create index job_lower on job
CREATE INDEX "job_lower" ON "job" ((lower(name))) WITH (fillfactor = 50);

ALTER INDEX "job_lower" ALTER COLUMN 1 SET STATISTICS 400;

COMMENT ON INDEX "job_lower" IS 'Fast';

-- alter table job (clusteredOn, replicaIdentity)
ALTER TABLE "job" REPLICA IDENTITY USING INDEX "job_name";

ALTER TABLE "job" CLUSTER ON "job_name";

-- alter column log.text (facts)
ALTER TABLE "log" ALTER COLUMN "text" SET STORAGE EXTENDED;

ALTER TABLE "log" ALTER COLUMN "text" SET STATISTICS -1;

-- alter table log (clusteredOn, options, replicaIdentity, unlogged)
ALTER TABLE "log" REPLICA IDENTITY FULL;

ALTER TABLE "log" SET WITHOUT CLUSTER;

ALTER TABLE "log" SET LOGGED;

ALTER TABLE "log" RESET (fillfactor);

ALTER TABLE "log" SET (autovacuum_enabled = false);
