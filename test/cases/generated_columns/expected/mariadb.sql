-- add column box.area
ALTER TABLE `box` ADD COLUMN `area` INT GENERATED ALWAYS AS (width * height) STORED;
