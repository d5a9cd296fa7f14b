-- rename enum mood to humour
ALTER TYPE "mood" RENAME TO "humour";

-- rename constraint no_overlap of job to one_at_a_time
ALTER TABLE "job" RENAME CONSTRAINT "no_overlap" TO "one_at_a_time";

-- rename procedure sweep() to tidy
ALTER PROCEDURE "sweep"() RENAME TO "tidy";

-- rename trigger job.touched to job_touched
ALTER TRIGGER "touched" ON "job" RENAME TO "job_touched";

-- rename rangeType span to hours
ALTER TYPE "span" RENAME TO "hours";

DO $rename$
DECLARE made record;
BEGIN
  IF to_regtype('"public"."span_multirange"') IS NOT NULL THEN ALTER TYPE "public"."span_multirange" RENAME TO "hours_multirange"; END IF;
  FOR made IN SELECT p.oid::regprocedure AS called, p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('span', 'span_multirange') AND EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
  LOOP
    EXECUTE format('ALTER FUNCTION %s RENAME TO %I', made.called, CASE made.name WHEN 'span' THEN 'hours' WHEN 'span_multirange' THEN 'hours_multirange' END);
  END LOOP;
END $rename$;

-- rename aggregate joined(text) to all_joined
ALTER AGGREGATE "joined"(text) RENAME TO "all_joined";

-- rename rule job.quiet to job_quiet
ALTER RULE "quiet" ON "job" RENAME TO "job_quiet";

-- rename policy job.own to job_own
ALTER POLICY "own" ON "job" RENAME TO "job_own";

-- rename eventTrigger guarding to watching
ALTER EVENT TRIGGER "guarding" RENAME TO "watching";

-- rename statistics job_stats to city_stats
ALTER STATISTICS "job_stats" RENAME TO "city_stats";

-- rename collation german to austrian
ALTER COLLATION "german" RENAME TO "austrian";

-- rename textSearchConfiguration words to all_words
ALTER TEXT SEARCH CONFIGURATION "words" RENAME TO "all_words";

-- rename textSearchDictionary short to shorter
ALTER TEXT SEARCH DICTIONARY "short" RENAME TO "shorter";

-- rename textSearchParser reader to scanner
ALTER TEXT SEARCH PARSER "reader" RENAME TO "scanner";

-- rename textSearchTemplate plain to plainer
ALTER TEXT SEARCH TEMPLATE "plain" RENAME TO "plainer";
