-- create schema shop
CREATE SCHEMA "shop";

-- drop operator =~=(text, text)
DROP OPERATOR =~= (text, text);

-- drop collation german
DROP COLLATION "german";

-- create enum mood
CREATE TYPE "mood" AS ENUM ('sad', 'happy');

-- replace aggregate joined(text)
CREATE OR REPLACE AGGREGATE "joined"(text) (SFUNC = textcat, STYPE = text, INITCOND = '-');

COMMENT ON AGGREGATE "joined"(text) IS 'All of them';

-- create function mood_of(integer)
CREATE FUNCTION "mood_of"(integer) RETURNS mood LANGUAGE sql AS $$SELECT 'sad'::mood$$;

-- create cast (integer as mood)
CREATE CAST (integer AS mood) WITH FUNCTION mood_of(integer) AS ASSIGNMENT;

-- create collation german
CREATE COLLATION "german" (PROVIDER = icu, LOCALE = 'de-AT');

-- create function guard()
CREATE FUNCTION "guard"() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;

-- create eventTrigger guarding
CREATE EVENT TRIGGER "guarding" ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION guard();

-- create function pathless()
CREATE FUNCTION "pathless"() RETURNS integer LANGUAGE sql SET search_path TO '' AS $$SELECT 1$$;

-- create operator =~~=(text, text)
CREATE OPERATOR =~~= (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text);

-- create operator shop.=~~~=(text, text)
CREATE OPERATOR "shop".=~~~= (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text, COMMUTATOR = OPERATOR(shop.=~~~=));

-- replace rule job.quiet
CREATE OR REPLACE RULE "quiet" AS ON DELETE TO "job" WHERE (old.id < 5) DO INSTEAD NOTHING;

ALTER TABLE "job" DISABLE RULE "quiet";

-- replace statistics job_stats
DROP STATISTICS "job_stats";

CREATE STATISTICS "job_stats" (ndistinct) ON city, zip FROM "job";

ALTER STATISTICS "job_stats" SET STATISTICS 50;

-- replace textSearchConfiguration words
ALTER TEXT SEARCH CONFIGURATION "words" ALTER MAPPING FOR asciiword WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR word WITH simple;

-- create textSearchDictionary short
CREATE TEXT SEARCH DICTIONARY "short" (TEMPLATE = pg_catalog.simple, STOPWORDS = 'english');
