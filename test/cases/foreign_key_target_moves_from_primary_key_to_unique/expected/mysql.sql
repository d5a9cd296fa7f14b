-- drop constraint PRIMARY of parent
ALTER TABLE `parent` DROP PRIMARY KEY;

-- create primary key parent_number on parent
ALTER TABLE `parent` ADD PRIMARY KEY (`number`);

-- create unique constraint id on parent
ALTER TABLE `parent` ADD UNIQUE KEY `id` (`id`);
