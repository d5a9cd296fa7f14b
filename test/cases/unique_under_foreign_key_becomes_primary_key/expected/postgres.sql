-- drop constraint uq_country_code of country
ALTER TABLE "country" DROP CONSTRAINT "uq_country_code";

-- create primary key country_pkey on country
ALTER TABLE "country" ADD CONSTRAINT "country_pkey" PRIMARY KEY ("code");
