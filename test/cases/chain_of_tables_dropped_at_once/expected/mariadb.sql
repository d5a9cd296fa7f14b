-- drop constraint user_of_c_ibfk_1 of user_of_c
ALTER TABLE `user_of_c` DROP FOREIGN KEY `user_of_c_ibfk_1`, DROP INDEX `user_of_c_ibfk_1`;

-- drop table c
DROP TABLE `c`;

-- drop table b
DROP TABLE `b`;

-- drop table a
DROP TABLE `a`;

-- drop table m
DROP TABLE `m`;

-- drop table z
DROP TABLE `z`;

-- drop column user_of_c.ref
ALTER TABLE `user_of_c` DROP COLUMN `ref`;
