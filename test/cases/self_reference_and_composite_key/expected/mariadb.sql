-- create table node
CREATE TABLE `node` (
  `tree` INT NOT NULL,
  `id` INT NOT NULL,
  `parent_id` INT,
  CONSTRAINT `PRIMARY` PRIMARY KEY (`tree`, `id`),
  CONSTRAINT `node_parent` FOREIGN KEY (`tree`, `parent_id`) REFERENCES `node` (`tree`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create table leaf
CREATE TABLE `leaf` (
  `id` INT NOT NULL,
  `tree` INT NOT NULL,
  `node` INT NOT NULL,
  CONSTRAINT `PRIMARY` PRIMARY KEY (`id`),
  CONSTRAINT `leaf_ibfk_1` FOREIGN KEY (`tree`, `node`) REFERENCES `node` (`tree`, `id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
