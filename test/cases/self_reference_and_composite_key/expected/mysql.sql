-- create table node
CREATE TABLE `node` (
  `tree` INT NOT NULL,
  `id` INT NOT NULL,
  `parent_id` INT,
  CONSTRAINT `node_parent` FOREIGN KEY (`tree`, `parent_id`) REFERENCES `node` (`tree`, `id`),
  PRIMARY KEY (`tree`, `id`),
  KEY `node_parent` (`tree`, `parent_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create table leaf
CREATE TABLE `leaf` (
  `id` INT NOT NULL,
  `tree` INT NOT NULL,
  `node` INT NOT NULL,
  CONSTRAINT `leaf_ibfk_1` FOREIGN KEY (`tree`, `node`) REFERENCES `node` (`tree`, `id`) ON DELETE CASCADE,
  PRIMARY KEY (`id`),
  KEY `leaf_ibfk_1` (`tree`, `node`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
