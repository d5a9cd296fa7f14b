-- add label 'great' to enum mood
ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('great','sad','ok','happy') NOT NULL DEFAULT 'sad', MODIFY COLUMN `former` ENUM('great','sad','ok','happy') DEFAULT 'ok';

-- alter column person.mood (default)
ALTER TABLE `person` ALTER COLUMN `mood` SET DEFAULT 'great';

-- set the labels of enum mood to 'great', 'happy', 'ok'
UPDATE `person` SET `mood` = CASE `mood` WHEN 'sad' THEN 'ok' END WHERE `mood` IN ('sad');

UPDATE `person` SET `former` = CASE `former` WHEN 'sad' THEN 'ok' END WHERE `former` IN ('sad');

ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('great','happy','ok') NOT NULL DEFAULT 'great', MODIFY COLUMN `former` ENUM('great','happy','ok') DEFAULT 'ok';
