-- create unique constraint page_title on page
ALTER TABLE "page" ADD CONSTRAINT "page_title" UNIQUE NULLS NOT DISTINCT ("title");

-- create index ix_page_tags on page
CREATE INDEX "ix_page_tags" ON "page" USING gin ("tags");

-- create index ix_page_title on page
CREATE INDEX "ix_page_title" ON "page" ("title" text_pattern_ops DESC NULLS LAST) INCLUDE ("id");
