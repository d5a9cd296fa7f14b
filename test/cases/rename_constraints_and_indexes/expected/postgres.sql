-- rename constraint item_code of item to item_code_unique
ALTER TABLE "item" RENAME CONSTRAINT "item_code" TO "item_code_unique";

-- rename constraint size_ok of item to item_size_positive
ALTER TABLE "item" RENAME CONSTRAINT "size_ok" TO "item_size_positive";

-- rename index ix_size of item to ix_item_size
ALTER INDEX "ix_size" RENAME TO "ix_item_size";
