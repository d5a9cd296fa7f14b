-- alter column box.area (generated)
ALTER TABLE `box` MODIFY COLUMN `area` INT GENERATED ALWAYS AS (width * 3) STORED;
