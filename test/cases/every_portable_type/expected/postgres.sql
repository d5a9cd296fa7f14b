-- create table sample
CREATE TABLE "sample" (
  "id" bigint NOT NULL,
  "small" smallint,
  "whole" integer NOT NULL DEFAULT 7,
  "exact" numeric(12, 3) DEFAULT 1.500,
  "single" real,
  "double" double precision,
  "yes" boolean NOT NULL DEFAULT true,
  "fixed" char(3),
  "short" varchar(40) NOT NULL DEFAULT 'it''s \ "quoted"',
  "long" text,
  "day" date,
  "clock" time,
  "moment" timestamp(3),
  "instant" timestamptz(3),
  "key" uuid,
  "document" json,
  "binary_document" jsonb,
  "bytes" bytea,
  "some_bytes" bytea,
  CONSTRAINT "sample_pkey" PRIMARY KEY ("id")
);
