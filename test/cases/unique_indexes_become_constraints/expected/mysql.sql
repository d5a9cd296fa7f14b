-- drop constraint pet_person of pet
ALTER TABLE `pet` DROP FOREIGN KEY `pet_person`, DROP INDEX `pet_person`;

-- drop index person_desc of person
ALTER TABLE `person` DROP INDEX `person_desc`;

-- drop constraint person_back of person
ALTER TABLE `person` DROP INDEX `person_back`;

-- create unique constraint person_desc on person
ALTER TABLE `person` ADD UNIQUE KEY `person_desc` (`m`);

-- create unique constraint person_email_key on person using index person_email_idx
ALTER TABLE `person` RENAME INDEX `person_email_idx` TO `person_email_key`;

-- create unique constraint person_n_key on person using index person_n_idx
ALTER TABLE `person` RENAME INDEX `person_n_idx` TO `person_n_key`;

-- create unique index person_back on person
ALTER TABLE `person` ADD UNIQUE KEY `person_back` (`m`);

-- create foreign key pet_person on pet
ALTER TABLE `pet` ADD CONSTRAINT `pet_person` FOREIGN KEY (`person`) REFERENCES `person` (`n`), ADD KEY `pet_person` (`person`);
