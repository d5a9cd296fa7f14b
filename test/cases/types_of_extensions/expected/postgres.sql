-- create extension citext
CREATE EXTENSION IF NOT EXISTS "citext";

-- create domain email
CREATE DOMAIN "email" AS citext CONSTRAINT "email_check" CHECK (VALUE ~ '@');

-- add column job.email
ALTER TABLE "job" ADD COLUMN "email" email;

-- create function near(citext)
CREATE FUNCTION "near"("a" citext) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$SELECT a = 'x'$$;
