-- rename column item.price to cents
ALTER TABLE "item" RENAME COLUMN "price" TO "cents";

-- rename column item.code to sku
ALTER TABLE "item" RENAME COLUMN "code" TO "sku";
