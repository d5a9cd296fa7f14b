-- drop column box.area
ALTER TABLE `box` DROP COLUMN `area`;

-- drop column box.loud
ALTER TABLE `box` DROP COLUMN `loud`;

-- drop column box.width
ALTER TABLE `box` DROP COLUMN `width`;
