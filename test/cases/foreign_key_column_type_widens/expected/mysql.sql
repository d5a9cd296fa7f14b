-- alter column child.parent_id (type)
ALTER TABLE `child` MODIFY COLUMN `parent_id` BIGINT NOT NULL;

-- alter column parent.id (type)
ALTER TABLE `parent` MODIFY COLUMN `id` BIGINT NOT NULL;
