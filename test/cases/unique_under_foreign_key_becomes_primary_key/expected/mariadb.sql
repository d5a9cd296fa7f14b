-- drop constraint fk_city_country of city
ALTER TABLE `city` DROP FOREIGN KEY `fk_city_country`, DROP INDEX `fk_city_country`;

-- drop constraint uq_country_code of country
ALTER TABLE `country` DROP INDEX `uq_country_code`;

-- create primary key PRIMARY on country
ALTER TABLE `country` ADD PRIMARY KEY (`code`);

-- create foreign key fk_city_country on city
ALTER TABLE `city` ADD CONSTRAINT `fk_city_country` FOREIGN KEY (`country`) REFERENCES `country` (`code`), ADD KEY `fk_city_country` (`country`);
