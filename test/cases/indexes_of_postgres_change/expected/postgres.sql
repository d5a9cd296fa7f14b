-- drop index page_big of page
DROP INDEX "page_big";

-- drop index page_lower of page
DROP INDEX "page_lower";

-- drop index page_tags of page
DROP INDEX "page_tags";

-- drop index page_with of page
DROP INDEX "page_with";

-- alter column page.mood (type)
ALTER TABLE "page" ALTER COLUMN "mood" TYPE "feeling" USING "mood"::text::"feeling";

-- alter column page.words (type)
ALTER TABLE "page" ALTER COLUMN "words" TYPE text[] USING "words"::text[];

-- create index page_big on page
CREATE INDEX "page_big" ON "page" ("size") WHERE size > 100;

-- create index page_lower on page
CREATE INDEX "page_lower" ON "page" ((upper(title)));

-- create index page_tags on page
CREATE INDEX "page_tags" ON "page" USING gin ("tags" jsonb_path_ops);

-- create index page_with on page
CREATE INDEX "page_with" ON "page" ("title") INCLUDE ("size");

-- alter index page_filled of page (options)
ALTER INDEX "page_filled" SET (fillfactor = 60);

-- alter index page_noted of page (comment)
COMMENT ON INDEX "page_noted" IS 'Second';
