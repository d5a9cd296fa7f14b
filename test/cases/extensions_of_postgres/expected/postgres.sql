-- create extension fuzzystrmatch
CREATE EXTENSION IF NOT EXISTS "fuzzystrmatch";

-- add column shop.job.name
ALTER TABLE "shop"."job" ADD COLUMN "name" text;

-- replace extension pg_trgm
ALTER EXTENSION "pg_trgm" SET SCHEMA "shop";
