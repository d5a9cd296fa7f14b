-- rename label 'sad' of enum mood to 'unhappy'
ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('sad','ok','unhappy') NOT NULL DEFAULT 'ok', MODIFY COLUMN `last` ENUM('sad','ok','unhappy');

UPDATE `person` SET `mood` = CASE `mood` WHEN 'sad' THEN 'unhappy' END WHERE `mood` IN ('sad');

UPDATE `person` SET `last` = CASE `last` WHEN 'sad' THEN 'unhappy' END WHERE `last` IN ('sad');

ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('unhappy','ok') NOT NULL DEFAULT 'ok', MODIFY COLUMN `last` ENUM('unhappy','ok');

-- rename label 'ok' of enum mood to 'fine'
ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('unhappy','ok','fine') NOT NULL DEFAULT 'ok', MODIFY COLUMN `last` ENUM('unhappy','ok','fine');

UPDATE `person` SET `mood` = CASE `mood` WHEN 'ok' THEN 'fine' END WHERE `mood` IN ('ok');

UPDATE `person` SET `last` = CASE `last` WHEN 'ok' THEN 'fine' END WHERE `last` IN ('ok');

ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('unhappy','fine') NOT NULL DEFAULT 'fine', MODIFY COLUMN `last` ENUM('unhappy','fine');
