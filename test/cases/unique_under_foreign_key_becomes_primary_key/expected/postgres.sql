-- drop constraint fk_city_country of city
ALTER TABLE "city" DROP CONSTRAINT "fk_city_country";

-- drop constraint uq_country_code of country
ALTER TABLE "country" DROP CONSTRAINT "uq_country_code";

-- create primary key country_pkey on country
ALTER TABLE "country" ADD CONSTRAINT "country_pkey" PRIMARY KEY ("code");

-- create foreign key fk_city_country on city
ALTER TABLE "city" ADD CONSTRAINT "fk_city_country" FOREIGN KEY ("country") REFERENCES "country" ("code");
