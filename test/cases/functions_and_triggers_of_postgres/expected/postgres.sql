-- drop trigger job.job_gone
DROP TRIGGER "job_gone" ON "job";

-- drop function wide(integer)
DROP FUNCTION "wide"(integer);

-- replace function doubled(integer)
CREATE OR REPLACE FUNCTION "doubled"("a" int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$SELECT a + a$$;

-- create table note
CREATE TABLE "note" (
  "id" integer NOT NULL DEFAULT doubled(21),
  "level" integer,
  CONSTRAINT "note_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "note_level" CHECK (doubled(level) > 1)
);

-- create function wide(integer)
CREATE FUNCTION "wide"("a" int) RETURNS bigint LANGUAGE sql AS $$SELECT a::bigint$$;

-- create view titles
CREATE VIEW "titles" AS
SELECT title, wide(id) AS id FROM job;

-- create function late()
CREATE FUNCTION "late"() RETURNS SETOF titles LANGUAGE sql AS $$SELECT * FROM titles$$;

-- replace function touch()
CREATE OR REPLACE FUNCTION "touch"() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
  NEW.touched := clock_timestamp();
  RETURN NEW;
END$$;

COMMENT ON FUNCTION "touch"() IS 'Keeps the time';

-- create procedure tidy()
CREATE PROCEDURE "tidy"() LANGUAGE plpgsql AS $$BEGIN DELETE FROM note; END$$;

-- replace trigger job.job_touch
CREATE OR REPLACE TRIGGER "job_touch" BEFORE INSERT OR UPDATE OF "title" ON "job" FOR EACH ROW WHEN (NEW.title <> '') EXECUTE FUNCTION touch();

-- create trigger note.note_all
CREATE TRIGGER "note_all" AFTER INSERT OR UPDATE OR DELETE ON "note" FOR EACH STATEMENT EXECUTE FUNCTION touch();

ALTER TABLE "note" DISABLE TRIGGER "note_all";
