-- create schema auth
CREATE SCHEMA "auth";

-- create enum auth.kind
CREATE TYPE "auth"."kind" AS ENUM ('a', 'b');

-- create table auth.session
CREATE TABLE "auth"."session" (
  "id" integer NOT NULL,
  "user_id" integer,
  "kind" "auth"."kind" NOT NULL,
  CONSTRAINT "session_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
);
