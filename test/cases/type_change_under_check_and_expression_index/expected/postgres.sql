-- alter column item.code (type)
ALTER TABLE "item" ALTER COLUMN "code" TYPE text;

-- alter column item.price (type)
ALTER TABLE "item" DROP CONSTRAINT "item_price";

DROP INDEX "ix_item_code";

ALTER TABLE "item" ALTER COLUMN "price" TYPE numeric(10, 2) USING "price"::numeric(10, 2);

ALTER TABLE "item" ADD CONSTRAINT "item_price" CHECK (price BETWEEN 0 AND 1000);

CREATE INDEX "ix_item_code" ON "item" ((lower(code)), "price" DESC) WHERE price > 0;
