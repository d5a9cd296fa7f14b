-- rename label 'big' of enum size to 'large'
ALTER TABLE `box` DROP FOREIGN KEY `box_ibfk_1`;

ALTER TABLE `box` DROP FOREIGN KEY `fk_box_shelf`;

ALTER TABLE `shelf` MODIFY COLUMN `size` ENUM('small','big','large') NOT NULL;

ALTER TABLE `box` MODIFY COLUMN `size` ENUM('small','big','large') NOT NULL, MODIFY COLUMN `other` ENUM('small','big','large');

UPDATE `shelf` SET `size` = CASE `size` WHEN 'big' THEN 'large' END WHERE `size` IN ('big');

UPDATE `box` SET `size` = CASE `size` WHEN 'big' THEN 'large' END WHERE `size` IN ('big');

UPDATE `box` SET `other` = CASE `other` WHEN 'big' THEN 'large' END WHERE `other` IN ('big');

ALTER TABLE `shelf` MODIFY COLUMN `size` ENUM('small','large') NOT NULL;

ALTER TABLE `box` MODIFY COLUMN `size` ENUM('small','large') NOT NULL, MODIFY COLUMN `other` ENUM('small','large');

ALTER TABLE `box` ADD CONSTRAINT `box_ibfk_1` FOREIGN KEY (`size`) REFERENCES `shelf` (`size`);

ALTER TABLE `box` ADD CONSTRAINT `fk_box_shelf` FOREIGN KEY (`other`, `number`) REFERENCES `shelf` (`size`, `number`);

-- add label 'huge' to enum size
ALTER TABLE `box` DROP FOREIGN KEY `box_ibfk_1`;

ALTER TABLE `box` DROP FOREIGN KEY `fk_box_shelf`;

ALTER TABLE `shelf` MODIFY COLUMN `size` ENUM('huge','small','large') NOT NULL;

ALTER TABLE `box` MODIFY COLUMN `size` ENUM('huge','small','large') NOT NULL, MODIFY COLUMN `other` ENUM('huge','small','large');

ALTER TABLE `box` ADD CONSTRAINT `box_ibfk_1` FOREIGN KEY (`size`) REFERENCES `shelf` (`size`);

ALTER TABLE `box` ADD CONSTRAINT `fk_box_shelf` FOREIGN KEY (`other`, `number`) REFERENCES `shelf` (`size`, `number`);

-- add label 'tiny' to enum size
ALTER TABLE `box` DROP FOREIGN KEY `box_ibfk_1`;

ALTER TABLE `box` DROP FOREIGN KEY `fk_box_shelf`;

ALTER TABLE `shelf` MODIFY COLUMN `size` ENUM('huge','small','tiny','large') NOT NULL;

ALTER TABLE `box` MODIFY COLUMN `size` ENUM('huge','small','tiny','large') NOT NULL, MODIFY COLUMN `other` ENUM('huge','small','tiny','large');

ALTER TABLE `box` ADD CONSTRAINT `box_ibfk_1` FOREIGN KEY (`size`) REFERENCES `shelf` (`size`);

ALTER TABLE `box` ADD CONSTRAINT `fk_box_shelf` FOREIGN KEY (`other`, `number`) REFERENCES `shelf` (`size`, `number`);

-- set the labels of enum size to 'huge', 'large', 'small', 'tiny'
ALTER TABLE `box` DROP FOREIGN KEY `box_ibfk_1`;

ALTER TABLE `box` DROP FOREIGN KEY `fk_box_shelf`;

ALTER TABLE `shelf` MODIFY COLUMN `size` ENUM('huge','large','small','tiny') NOT NULL;

ALTER TABLE `box` MODIFY COLUMN `size` ENUM('huge','large','small','tiny') NOT NULL, MODIFY COLUMN `other` ENUM('huge','large','small','tiny');

ALTER TABLE `box` ADD CONSTRAINT `box_ibfk_1` FOREIGN KEY (`size`) REFERENCES `shelf` (`size`);

ALTER TABLE `box` ADD CONSTRAINT `fk_box_shelf` FOREIGN KEY (`other`, `number`) REFERENCES `shelf` (`size`, `number`);
