-- rename column span.end to until
ALTER TABLE "span" RENAME COLUMN "end" TO "until";

-- rename column span.start to from
ALTER TABLE "span" RENAME COLUMN "start" TO "from";

-- rename column span.kind to order
ALTER TABLE "span" RENAME COLUMN "kind" TO "order";
