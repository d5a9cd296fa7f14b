-- create table order
CREATE TABLE `order` (
  `Id` INT NOT NULL AUTO_INCREMENT,
  `select` VARCHAR(10) NOT NULL,
  `group by` INT,
  CONSTRAINT `select` UNIQUE (`select`),
  PRIMARY KEY (`Id`),
  KEY `my index` (`group by`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
