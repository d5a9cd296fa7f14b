-- alter column person.first (type)
ALTER TABLE `person` MODIFY COLUMN `first` VARCHAR(20) NOT NULL DEFAULT 'it''s ok';

-- alter column person.second (type)
ALTER TABLE `person` MODIFY COLUMN `second` ENUM('sad','it''s ok') DEFAULT 'sad';
