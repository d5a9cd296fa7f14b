-- rename constraint page_title of page to page_title_once
ALTER TABLE "page" RENAME CONSTRAINT "page_title" TO "page_title_once";

-- rename index page_named of page to page_renamed
ALTER INDEX "page_named" RENAME TO "page_renamed";

-- drop index page_again of page
DROP INDEX "page_again";

-- create index page_again on page
CREATE INDEX "page_again" ON "page" ("more", "size");

ALTER TABLE "page" CLUSTER ON "page_again";

-- alter index page_filled of page (options)
ALTER INDEX "page_filled" RESET (fillfactor);

-- alter index page_lower of page (comment, statistics)
ALTER INDEX "page_lower" ALTER COLUMN 1 SET STATISTICS -1;

COMMENT ON INDEX "page_lower" IS 'For searches';

-- alter index page_more of page (comment, options)
ALTER INDEX "page_more" RESET (deduplicate_items);

ALTER INDEX "page_more" SET (fillfactor = 60);

COMMENT ON INDEX "page_more" IS NULL;

-- alter index page_noted of page (comment)
COMMENT ON INDEX "page_noted" IS 'Second';

-- alter index page_renamed of page (comment, options)
ALTER INDEX "page_renamed" SET (fillfactor = 80);

COMMENT ON INDEX "page_renamed" IS 'Of late';

-- alter index page_two of page (statistics)
ALTER INDEX "page_two" ALTER COLUMN 1 SET STATISTICS 200;

ALTER INDEX "page_two" ALTER COLUMN 2 SET STATISTICS 300;

-- alter index tree_n of tree (comment, options)
DROP INDEX "tree_n";

CREATE INDEX "tree_n" ON "tree" ("n") WITH (fillfactor = 60);

COMMENT ON INDEX "tree_n" IS 'All of them';

-- replace materializedView total
ALTER INDEX "total_title" SET (fillfactor = 70);

COMMENT ON INDEX "total_title" IS NULL;

COMMENT ON INDEX "total_id" IS 'By number';
