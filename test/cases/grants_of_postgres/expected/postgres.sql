-- drop view titles
DROP VIEW "titles";

-- drop procedure sweep()
DROP PROCEDURE "sweep"();

-- drop grant function tally(integer) to pg_monitor
REVOKE EXECUTE ON FUNCTION "tally"(integer) FROM "pg_monitor";

-- drop table gone
DROP TABLE "gone";

-- drop column doc.note
ALTER TABLE "doc" DROP COLUMN "note";

-- set the labels of enum mood to 'bad', 'good'
CREATE TYPE "mood_new" AS ENUM ('bad', 'good');

ALTER TABLE "doc" ALTER COLUMN "mood" TYPE "mood_new" USING "mood"::text::"mood_new";

DROP TYPE "mood";

ALTER TYPE "mood_new" RENAME TO "mood";

GRANT USAGE ON TYPE "mood" TO "pg_monitor";

-- replace function tally(integer)
CREATE OR REPLACE FUNCTION "tally"(int) RETURNS integer LANGUAGE sql AS $$SELECT $1 + 2$$;

-- replace grant schema audit to pg_monitor
GRANT CREATE ON SCHEMA "audit" TO "pg_monitor";

-- replace grant sequence counter to pg_monitor
GRANT SELECT, UPDATE ON SEQUENCE "counter" TO "pg_monitor";

-- replace grant table doc to pg_monitor
REVOKE SELECT ON TABLE "doc" FROM "pg_monitor";

GRANT INSERT ("body", "title"), SELECT ("id") ON TABLE "doc" TO "pg_monitor";

-- replace grant table doc to pg_read_all_data
REVOKE ALL ON TABLE "doc" FROM "pg_read_all_data";

GRANT DELETE ON TABLE "doc" TO "pg_read_all_data";

GRANT SELECT ON TABLE "doc" TO "pg_read_all_data" WITH GRANT OPTION;

-- create view titles
CREATE VIEW "titles" AS
SELECT title, id FROM doc;

-- create grant table titles to pg_monitor
GRANT SELECT ON TABLE "titles" TO "pg_monitor";

-- replace materializedView total
ALTER MATERIALIZED VIEW "total" RENAME COLUMN "n" TO "number";

-- create procedure sweep()
CREATE PROCEDURE "sweep"() LANGUAGE sql AS $$DELETE FROM doc$$;
