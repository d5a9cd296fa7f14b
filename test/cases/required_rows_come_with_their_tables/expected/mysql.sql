-- create table permission
CREATE TABLE `permission` (
  `id` INT NOT NULL,
  `path` VARCHAR(80) NOT NULL,
  CONSTRAINT `path` UNIQUE (`path`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create table role
CREATE TABLE `role` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `name` VARCHAR(40) NOT NULL,
  `parent_id` INT,
  CONSTRAINT `name` UNIQUE (`name`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create table role_permission
CREATE TABLE `role_permission` (
  `role_id` INT NOT NULL,
  `permission_id` INT NOT NULL,
  CONSTRAINT `role_permission_ibfk_1` FOREIGN KEY (`role_id`) REFERENCES `role` (`id`),
  CONSTRAINT `role_permission_ibfk_2` FOREIGN KEY (`permission_id`) REFERENCES `permission` (`id`),
  PRIMARY KEY (`role_id`, `permission_id`),
  KEY `role_permission_ibfk_2` (`permission_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- insert 2 rows into permission
INSERT INTO `permission` (`id`, `path`) SELECT 1, '/' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM `permission` WHERE `path` = '/');

INSERT INTO `permission` (`id`, `path`) SELECT 2, '/admin' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM `permission` WHERE `path` = '/admin');

-- insert 3 rows into role
INSERT INTO `role` (`name`) VALUES ('root') ON DUPLICATE KEY UPDATE `name` = `name`;

INSERT INTO `role` (`name`, `parent_id`) VALUES ('admin', (SELECT * FROM (SELECT `id` FROM `role` WHERE `name` = 'root' LIMIT 1) AS found)) ON DUPLICATE KEY UPDATE `name` = `name`;

INSERT INTO `role` (`name`, `parent_id`) VALUES ('it''s \\ a guest', (SELECT * FROM (SELECT `id` FROM `role` WHERE `name` = 'admin' LIMIT 1) AS found)) ON DUPLICATE KEY UPDATE `name` = `name`;

-- insert 2 rows into role_permission
INSERT INTO `role_permission` (`role_id`, `permission_id`) VALUES
  ((SELECT * FROM (SELECT `id` FROM `role` WHERE `name` = 'admin' LIMIT 1) AS found), 2),
  ((SELECT * FROM (SELECT `id` FROM `role` WHERE `name` = 'admin' LIMIT 1) AS found), (SELECT * FROM (SELECT `id` FROM `permission` WHERE `path` = '/' LIMIT 1) AS found)) ON DUPLICATE KEY UPDATE `role_id` = `role_id`;
