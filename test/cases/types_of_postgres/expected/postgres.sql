-- create enum mood
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- create table sample
CREATE TABLE "sample" (
  "id" integer NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5),
  "tags" text[] NOT NULL DEFAULT '{}',
  "moods" "mood"[],
  "span" interval,
  "net" inet,
  "big" int8,
  CONSTRAINT "sample_pkey" PRIMARY KEY ("id")
);
