-- drop constraint child_ibfk_1 of child
ALTER TABLE `child` DROP FOREIGN KEY `child_ibfk_1`, DROP INDEX `child_ibfk_1`;

-- drop constraint grandchild_ibfk_1 of grandchild
ALTER TABLE `grandchild` DROP FOREIGN KEY `grandchild_ibfk_1`, DROP INDEX `grandchild_ibfk_1`;

-- drop constraint parent_ibfk_1 of parent
ALTER TABLE `parent` DROP FOREIGN KEY `parent_ibfk_1`, DROP INDEX `parent_ibfk_1`;

-- alter column child.a (type)
ALTER TABLE `child` MODIFY COLUMN `a` BIGINT NOT NULL;

-- alter column child.b (type)
ALTER TABLE `child` MODIFY COLUMN `b` VARCHAR(40) NOT NULL;

-- alter column grandchild.a (type)
ALTER TABLE `grandchild` MODIFY COLUMN `a` BIGINT;

-- alter column grandchild.b (type)
ALTER TABLE `grandchild` MODIFY COLUMN `b` VARCHAR(40);

-- alter column parent.id (type)
ALTER TABLE `parent` MODIFY COLUMN `id` VARCHAR(40) NOT NULL;

-- alter column parent.up (type)
ALTER TABLE `parent` MODIFY COLUMN `up` VARCHAR(40);

-- create foreign key child_ibfk_1 on child
ALTER TABLE `child` ADD CONSTRAINT `child_ibfk_1` FOREIGN KEY (`b`) REFERENCES `parent` (`id`) ON DELETE CASCADE, ADD KEY `child_ibfk_1` (`b`);

-- create foreign key grandchild_ibfk_1 on grandchild
ALTER TABLE `grandchild` ADD CONSTRAINT `grandchild_ibfk_1` FOREIGN KEY (`a`, `b`) REFERENCES `child` (`a`, `b`), ADD KEY `grandchild_ibfk_1` (`a`, `b`);

-- create foreign key parent_ibfk_1 on parent
ALTER TABLE `parent` ADD CONSTRAINT `parent_ibfk_1` FOREIGN KEY (`up`) REFERENCES `parent` (`id`), ADD KEY `parent_ibfk_1` (`up`);
