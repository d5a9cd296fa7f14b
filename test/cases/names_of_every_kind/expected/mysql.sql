-- create table a\.b c"d
CREATE TABLE `a.b c"d` (
  `user` INT NOT NULL,
  `Ref'` INT,
  CONSTRAINT `fk ``four``` FOREIGN KEY (`Ref'`) REFERENCES `Select` (`I.d`) ON DELETE SET NULL,
  PRIMARY KEY (`user`),
  KEY `INDEX` (`Ref'`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create table where
CREATE TABLE `where` (
  `id` INT NOT NULL,
  `x.y` INT,
  CONSTRAINT `where_ibfk_1` FOREIGN KEY (`x.y`) REFERENCES `a.b c"d` (`user`),
  PRIMARY KEY (`id`),
  KEY `where_ibfk_1` (`x.y`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- add column Select.group
ALTER TABLE `Select` ADD COLUMN `group` ENUM('it''s','a "b"','back\\slash','a,b','(c)','two words','ÄÖ') NOT NULL DEFAULT 'it''s';

-- add column Select.ti`ck
ALTER TABLE `Select` ADD COLUMN `ti``ck` INT;

-- alter column Select.order by (nullable, default)
ALTER TABLE `Select` MODIFY COLUMN `order by` VARCHAR(20) NOT NULL DEFAULT '''';

-- create unique constraint uq 'one' on Select
ALTER TABLE `Select` ADD UNIQUE KEY `uq 'one'` (`order by`, `ti``ck`);

-- create index ix.three on Select
ALTER TABLE `Select` ADD KEY `ix.three` (`group`, `ti``ck` DESC);

-- create check ck "two" on Select
ALTER TABLE `Select` ADD CONSTRAINT `ck "two"` CHECK (`order by` <> 'it''s' AND `I.d` > 0);
