-- drop constraint child_ibfk_1 of child
ALTER TABLE `child` DROP FOREIGN KEY `child_ibfk_1`, DROP INDEX `child_ibfk_1`;

-- drop constraint size_small of child
ALTER TABLE `child` DROP CHECK `size_small`;

-- drop index ix_child_size of child
ALTER TABLE `child` DROP INDEX `ix_child_size`;

-- drop constraint child_code_size of child
ALTER TABLE `child` DROP INDEX `child_code_size`;

-- create index ix_child_size on child
ALTER TABLE `child` ADD KEY `ix_child_size` (`size`, `code`);

-- create check size_small on child
ALTER TABLE `child` ADD CONSTRAINT `size_small` CHECK (size < 1000);

-- create unique constraint code on parent
ALTER TABLE `parent` ADD UNIQUE KEY `code` (`code`);

-- create foreign key child_ibfk_1 on child
ALTER TABLE `child` ADD CONSTRAINT `child_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE SET NULL, ADD KEY `child_ibfk_1` (`parent_id`);

-- create foreign key child_parent_code on child
ALTER TABLE `child` ADD CONSTRAINT `child_parent_code` FOREIGN KEY (`code`) REFERENCES `parent` (`code`), ADD KEY `child_parent_code` (`code`);
