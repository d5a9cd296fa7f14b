-- add label 'awful' to enum mood
ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('awful','sad','ok') NOT NULL DEFAULT 'ok', MODIFY COLUMN `last` ENUM('awful','sad','ok');

-- add label 'so-so' to enum mood
ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('awful','sad','so-so','ok') NOT NULL DEFAULT 'ok', MODIFY COLUMN `last` ENUM('awful','sad','so-so','ok');

-- add label 'happy' to enum mood
ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('awful','sad','so-so','ok','happy') NOT NULL DEFAULT 'ok', MODIFY COLUMN `last` ENUM('awful','sad','so-so','ok','happy');
