-- set the labels of enum mood to 'ok', 'sad', 'happy'
ALTER TABLE `person` MODIFY COLUMN `mood` ENUM('ok','sad','happy') NOT NULL DEFAULT 'ok', MODIFY COLUMN `last` ENUM('ok','sad','happy');
