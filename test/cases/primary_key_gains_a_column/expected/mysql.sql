-- drop constraint PRIMARY of price
ALTER TABLE `price` DROP PRIMARY KEY;

-- create primary key PRIMARY on price
ALTER TABLE `price` ADD PRIMARY KEY (`item`, `region`);

-- alter column rebate.region (nullable)
ALTER TABLE `rebate` MODIFY COLUMN `region` VARCHAR(10) NOT NULL;

-- create primary key PRIMARY on rebate
ALTER TABLE `rebate` ADD PRIMARY KEY (`region`, `item`);

-- create foreign key rebate_ibfk_1 on rebate
ALTER TABLE `rebate` ADD CONSTRAINT `rebate_ibfk_1` FOREIGN KEY (`item`, `region`) REFERENCES `price` (`item`, `region`), ADD KEY `rebate_ibfk_1` (`item`, `region`);
