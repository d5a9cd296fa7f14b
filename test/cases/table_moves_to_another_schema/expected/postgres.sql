-- create schema auth
CREATE SCHEMA "auth";

-- rename table user to auth.user
ALTER TABLE "user" SET SCHEMA "auth";

-- rename table blog.post to auth.post
ALTER TABLE "blog"."post" SET SCHEMA "auth";

-- rename table old.tag to blog.label
ALTER TABLE "old"."tag" SET SCHEMA "blog";

ALTER TABLE "blog"."tag" RENAME TO "label";

-- rename column auth.user.name to title
ALTER TABLE "auth"."user" RENAME COLUMN "name" TO "title";

COMMIT;

-- add label 'new' to enum mood
ALTER TYPE "mood" ADD VALUE 'new';

BEGIN;

-- alter column auth.user.title (type)
ALTER TABLE "auth"."user" ALTER COLUMN "title" TYPE varchar(40);

-- alter column auth.user.mood (default)
ALTER TABLE "auth"."user" ALTER COLUMN "mood" SET DEFAULT 'new';

-- drop schema old
DROP SCHEMA "old";
