-- create table list_type
CREATE TABLE `list_type` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `name` VARCHAR(80) NOT NULL,
  CONSTRAINT `name` UNIQUE (`name`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create table job
CREATE TABLE `job` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `list_type_id` INT NOT NULL,
  `created_at` DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT `job_ibfk_1` FOREIGN KEY (`list_type_id`) REFERENCES `list_type` (`id`) ON DELETE CASCADE,
  PRIMARY KEY (`id`),
  KEY `ix_job_created_at` (`created_at`),
  KEY `job_ibfk_1` (`list_type_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
