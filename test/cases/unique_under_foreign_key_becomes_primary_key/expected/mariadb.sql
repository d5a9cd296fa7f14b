-- drop constraint uq_country_code of country
ALTER TABLE `country` DROP INDEX `uq_country_code`;

-- create primary key PRIMARY on country
ALTER TABLE `country` ADD PRIMARY KEY (`code`);
