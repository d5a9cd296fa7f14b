-- drop textSearchTemplate plain
DROP TEXT SEARCH TEMPLATE "plain";

-- drop textSearchParser reader
DROP TEXT SEARCH PARSER "reader";

-- drop textSearchConfiguration words
DROP TEXT SEARCH CONFIGURATION "words";

-- drop statistics job_stats
DROP STATISTICS "job_stats";

-- drop rule job.quiet
DROP RULE "quiet" ON "job";

-- drop operator =~=(text, text)
DROP OPERATOR =~= (text, text);

-- drop materializedView total
DROP MATERIALIZED VIEW "total";

-- drop compositeType address
DROP TYPE "address";

-- drop collation german
DROP COLLATION "german";

-- drop cast (integer as mood)
DROP CAST (integer AS mood);

-- drop aggregate joined(text)
DROP AGGREGATE "joined"(text);

-- replace rangeType span
CREATE TYPE "span_new" AS RANGE (SUBTYPE = time);

ALTER TABLE "job" ALTER COLUMN "open" TYPE "span_new" USING "open"::text::"span_new";

DROP TYPE "span";

ALTER TYPE "span_new" RENAME TO "span";

DO $rename$
DECLARE made record;
BEGIN
  IF to_regtype('"public"."span_new_multirange"') IS NOT NULL THEN ALTER TYPE "public"."span_new_multirange" RENAME TO "spans"; END IF;
  FOR made IN SELECT p.oid::regprocedure AS called, p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('span_new', 'span_new_multirange') AND EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
  LOOP
    EXECUTE format('ALTER FUNCTION %s RENAME TO %I', made.called, CASE made.name WHEN 'span_new' THEN 'span' WHEN 'span_new_multirange' THEN 'spans' END);
  END LOOP;
END $rename$;

-- drop constraint job_city of job
ALTER TABLE "job" DROP CONSTRAINT "job_city";

-- alter column job.city (collation)
ALTER TABLE "job" ALTER COLUMN "city" TYPE text COLLATE "POSIX";

-- alter column job.zip (facts)
ALTER TABLE "job" ALTER COLUMN "zip" SET STORAGE MAIN;

-- alter column job.pay (facts)
ALTER TABLE "job" ALTER COLUMN "pay" SET STATISTICS 20;

-- create unique constraint job_city on job
ALTER TABLE "job" ADD CONSTRAINT "job_city" UNIQUE ("city") DEFERRABLE INITIALLY DEFERRED;

-- alter table job (clusteredOn, options, replicaIdentity)
ALTER TABLE "job" REPLICA IDENTITY NOTHING;

ALTER TABLE "job" CLUSTER ON "job_city";

ALTER TABLE "job" RESET (fillfactor);

-- remove the comment of table job
COMMENT ON TABLE "job" IS NULL;

-- create cast (integer as mood)
CREATE CAST (integer AS mood) WITH FUNCTION mood_of(integer) AS ASSIGNMENT;

COMMENT ON CAST (integer AS mood) IS 'By its number';

-- replace eventTrigger guarding
DROP EVENT TRIGGER "guarding";

CREATE EVENT TRIGGER "guarding" ON ddl_command_end WHEN TAG IN ('CREATE COLLATION', 'CREATE DOMAIN') EXECUTE FUNCTION guard();

ALTER EVENT TRIGGER "guarding" DISABLE;

COMMENT ON EVENT TRIGGER "guarding" IS 'Watches';

-- create operator =~=(text, text)
CREATE OPERATOR =~= (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text, HASHES);

COMMENT ON OPERATOR =~= (text, text) IS 'The same';

-- replace textSearchDictionary short
ALTER TEXT SEARCH DICTIONARY "short" (accept = 'false', stopwords);

COMMENT ON TEXT SEARCH DICTIONARY "short" IS 'Few';
