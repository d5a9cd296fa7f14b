-- drop constraint price_pkey of price
ALTER TABLE "price" DROP CONSTRAINT "price_pkey";

-- create primary key price_pkey on price
ALTER TABLE "price" ADD CONSTRAINT "price_pkey" PRIMARY KEY ("item", "region");

-- alter column rebate.region (nullable)
ALTER TABLE "rebate" ALTER COLUMN "region" SET NOT NULL;

-- create primary key rebate_pkey on rebate
ALTER TABLE "rebate" ADD CONSTRAINT "rebate_pkey" PRIMARY KEY ("region", "item");

-- create foreign key rebate_item_region_fkey on rebate
ALTER TABLE "rebate" ADD CONSTRAINT "rebate_item_region_fkey" FOREIGN KEY ("item", "region") REFERENCES "price" ("item", "region");
