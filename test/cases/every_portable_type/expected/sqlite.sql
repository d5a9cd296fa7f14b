-- create table sample
CREATE TABLE "sample" (
  "id" BIGINT NOT NULL,
  "small" SMALLINT,
  "whole" INTEGER NOT NULL DEFAULT 7,
  "exact" NUMERIC(12, 3) DEFAULT 1.500,
  "single" REAL,
  "double" DOUBLE PRECISION,
  "yes" BOOLEAN NOT NULL DEFAULT 1,
  "fixed" CHAR(3),
  "short" VARCHAR(40) NOT NULL DEFAULT 'it''s \ "quoted"',
  "long" TEXT,
  "day" DATE,
  "clock" TIME,
  "moment" TIMESTAMP(3),
  "instant" TIMESTAMPTZ(3),
  "key" TEXT,
  "document" TEXT,
  "binary_document" TEXT,
  "bytes" BLOB,
  "some_bytes" BLOB,
  CONSTRAINT "sample_pkey" PRIMARY KEY ("id")
);
