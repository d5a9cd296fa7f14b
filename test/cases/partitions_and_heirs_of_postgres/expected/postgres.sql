-- create table cat
CREATE TABLE "cat" (
  "lives" integer
) INHERITS ("animal");

-- create table event_2025
CREATE TABLE "event_2025" PARTITION OF "event" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- create table event_other
CREATE TABLE "event_other" PARTITION OF "event" DEFAULT;

-- create table split
CREATE TABLE "split" (
  "id" integer NOT NULL
) PARTITION BY HASH ((id % 7));

-- create table split_0
CREATE TABLE "split_0" PARTITION OF "split" FOR VALUES WITH (modulus 2, remainder 0);

-- drop table event_old
DROP TABLE "event_old";

-- add column animal.age
ALTER TABLE "animal" ADD COLUMN "age" integer;

-- add column event.note
ALTER TABLE "event" ADD COLUMN "note" text;

-- create primary key event_pkey on event
ALTER TABLE "event" ADD CONSTRAINT "event_pkey" PRIMARY KEY ("id", "day");

-- create index event_name on event
CREATE INDEX "event_name" ON "event" ("name");
