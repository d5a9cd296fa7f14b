-- drop constraint member_ibfk_1 of member
ALTER TABLE `member` DROP FOREIGN KEY `member_ibfk_1`, DROP INDEX `member_ibfk_1`;

-- create foreign key member_ibfk_1 on member
ALTER TABLE `member` ADD CONSTRAINT `member_ibfk_1` FOREIGN KEY (`role_id`) REFERENCES `role` (`id`) ON DELETE SET NULL, ADD KEY `member_ibfk_1` (`role_id`);

-- delete 1 row from role
-- Online, rows that were changed by hand are reported, and kept. This finds them. It should find 0 in each row's "differs".
--   SELECT 0 AS position, 0 AS differs FROM `role` WHERE `name` = 'guest'

DELETE FROM `role` WHERE `name` = 'guest';
