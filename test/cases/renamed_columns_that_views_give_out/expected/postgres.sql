-- rename column person.name to title
ALTER TABLE "person" RENAME COLUMN "name" TO "title";

ALTER VIEW "bare" RENAME COLUMN "name" TO "title";

ALTER VIEW "kept" RENAME COLUMN "name" TO "title";

ALTER VIEW "whole" RENAME COLUMN "name" TO "title";

-- replace view kept
ALTER VIEW "kept" RENAME COLUMN "title" TO "name";
