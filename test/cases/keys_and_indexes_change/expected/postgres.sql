-- drop index page_big of page
DROP INDEX "page_big";

-- drop index page_lower of page
DROP INDEX "page_lower";

-- drop constraint page_once of page
ALTER TABLE "page" DROP CONSTRAINT "page_once";

-- create unique constraint page_once on page
ALTER TABLE "page" ADD CONSTRAINT "page_once" UNIQUE ("title", "size");

-- create index page_big on page
CREATE INDEX "page_big" ON "page" ("size") WHERE size > 100;

-- create index page_lower on page
CREATE INDEX "page_lower" ON "page" ((upper(title)));

-- alter constraint note_page of note (deferrable)
ALTER TABLE "note" ALTER CONSTRAINT "note_page" DEFERRABLE INITIALLY IMMEDIATE;
