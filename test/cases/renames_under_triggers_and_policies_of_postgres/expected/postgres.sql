-- rename table doc to paper
ALTER TABLE "doc" RENAME TO "paper";

-- rename column paper.size to pages
ALTER TABLE "paper" RENAME COLUMN "size" TO "pages";
