-- alter column a.id (autoIncrement)
ALTER TABLE `a` MODIFY COLUMN `id` INT NOT NULL AUTO_INCREMENT;

-- alter column b.id (autoIncrement)
ALTER TABLE `b` MODIFY COLUMN `id` INT NOT NULL;
