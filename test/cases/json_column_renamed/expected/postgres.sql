-- rename column doc.body to content
ALTER TABLE "doc" RENAME COLUMN "body" TO "content";

-- rename column doc.head to title
ALTER TABLE "doc" RENAME COLUMN "head" TO "title";
