-- rename table Select to Se\.lect"
RENAME TABLE `Select` TO `Se.lect"`;

-- rename column Se\.lect".order by to o"rder
ALTER TABLE `Se.lect"` RENAME COLUMN `order by` TO `o"rder`;

-- rename constraint uq 'one' of Se\.lect" to uq "1"
ALTER TABLE `Se.lect"` RENAME INDEX `uq 'one'` TO `uq "1"`;

-- rename constraint ck "two" of Se\.lect" to ck '2'
ALTER TABLE `Se.lect"` DROP CONSTRAINT `ck "two"`;

ALTER TABLE `Se.lect"` ADD CONSTRAINT `ck '2'` CHECK (`o"rder` <> 'it''s' AND `I.d` > 0);

-- rename index ix.three of Se\.lect" to ix `3`
ALTER TABLE `Se.lect"` RENAME INDEX `ix.three` TO `ix ``3```;

-- rename column a\.b c"d.Ref' to Ref.
ALTER TABLE `a.b c"d` RENAME COLUMN `Ref'` TO `Ref.`;

-- rename constraint fk `four` of a\.b c"d to fk.4
ALTER TABLE `a.b c"d` DROP FOREIGN KEY `fk ``four```;

ALTER TABLE `a.b c"d` ADD CONSTRAINT `fk.4` FOREIGN KEY (`Ref.`) REFERENCES `Se.lect"` (`I.d`) ON DELETE SET NULL;

-- add label 'new 'one'' to enum say "when"
ALTER TABLE `Se.lect"` MODIFY COLUMN `group` ENUM('it''s','new ''one''','a "b"','back\\slash') NOT NULL DEFAULT 'it''s';

-- alter column Se\.lect".o"rder (type, default)
ALTER TABLE `Se.lect"` MODIFY COLUMN `o"rder` VARCHAR(40) NOT NULL DEFAULT '\\';

-- alter column Se\.lect".group (default)
ALTER TABLE `Se.lect"` ALTER COLUMN `group` SET DEFAULT 'new ''one''';

-- alter column Se\.lect".ti`ck (nullable, default)
ALTER TABLE `Se.lect"` MODIFY COLUMN `ti``ck` INT NOT NULL DEFAULT 0;

-- set the labels of enum say "when" to 'back\slash', 'it's', 'new 'one''
ALTER TABLE `Se.lect"` MODIFY COLUMN `group` ENUM('back\\slash','it''s','new ''one''') NOT NULL DEFAULT 'new ''one''';
