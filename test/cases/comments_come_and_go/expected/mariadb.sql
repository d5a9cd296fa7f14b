-- alter column account.id (comment)
ALTER TABLE `account` MODIFY COLUMN `id` INT NOT NULL AUTO_INCREMENT COMMENT 'the id';

-- alter column account.name (comment)
ALTER TABLE `account` MODIFY COLUMN `name` VARCHAR(80) NOT NULL COMMENT 'it''s new';

-- alter column account.other (comment)
ALTER TABLE `account` MODIFY COLUMN `other` LONGTEXT;

-- comment table account
ALTER TABLE `account` COMMENT = 'is; \\ now';
