-- alter column given.quote (default)
ALTER TABLE `given` ALTER COLUMN `quote` SET DEFAULT 'it''''s';

-- alter column given.back (default)
ALTER TABLE `given` ALTER COLUMN `back` SET DEFAULT '\\''';

-- alter column given.lines (default)
ALTER TABLE `given` ALTER COLUMN `lines` SET DEFAULT ('\\n');

-- alter column given.empty (default)
ALTER TABLE `given` ALTER COLUMN `empty` SET DEFAULT NULL;

-- alter column given.negative (default)
ALTER TABLE `given` ALTER COLUMN `negative` SET DEFAULT 5;

-- alter column given.big (default)
ALTER TABLE `given` ALTER COLUMN `big` SET DEFAULT -9007199254740993;

-- alter column given.yes (default)
ALTER TABLE `given` ALTER COLUMN `yes` SET DEFAULT FALSE;

-- alter column given.no (default)
ALTER TABLE `given` ALTER COLUMN `no` DROP DEFAULT;

-- alter column given.fine (default)
ALTER TABLE `given` ALTER COLUMN `fine` SET DEFAULT 1.5;

-- alter column given.tiny (default)
ALTER TABLE `given` ALTER COLUMN `tiny` SET DEFAULT 0.25;

-- alter column given.sum (default)
ALTER TABLE `given` MODIFY COLUMN `sum` INT DEFAULT ((1 + 2) * 2);

-- alter column given.nothing (default)
ALTER TABLE `given` ALTER COLUMN `nothing` SET DEFAULT 0;

-- alter column given.moment (default)
ALTER TABLE `given` ALTER COLUMN `moment` SET DEFAULT '2020-01-01 00:00:00';
