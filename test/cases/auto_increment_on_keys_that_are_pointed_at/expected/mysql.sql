-- alter column other.id (autoIncrement)
ALTER TABLE `other` MODIFY COLUMN `id` INT NOT NULL;

-- alter column parent.id (autoIncrement)
ALTER TABLE `parent` MODIFY COLUMN `id` INT NOT NULL AUTO_INCREMENT;
