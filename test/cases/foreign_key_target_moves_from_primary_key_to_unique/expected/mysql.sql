-- drop constraint child_ibfk_1 of child
ALTER TABLE `child` DROP FOREIGN KEY `child_ibfk_1`, DROP INDEX `child_ibfk_1`;

-- drop constraint PRIMARY of parent
ALTER TABLE `parent` DROP PRIMARY KEY;

-- create primary key parent_number on parent
ALTER TABLE `parent` ADD PRIMARY KEY (`number`);

-- create unique constraint id on parent
ALTER TABLE `parent` ADD UNIQUE KEY `id` (`id`);

-- create foreign key child_ibfk_1 on child
ALTER TABLE `child` ADD CONSTRAINT `child_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE CASCADE, ADD KEY `child_ibfk_1` (`parent_id`);
