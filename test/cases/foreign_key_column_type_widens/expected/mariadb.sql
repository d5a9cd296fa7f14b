-- alter column child.parent_id (type)
ALTER TABLE `child` DROP FOREIGN KEY `child_ibfk_1`;

ALTER TABLE `child` MODIFY COLUMN `parent_id` BIGINT NOT NULL;

-- alter column parent.id (type)
ALTER TABLE `parent` MODIFY COLUMN `id` BIGINT NOT NULL;

ALTER TABLE `child` ADD CONSTRAINT `child_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE CASCADE;
