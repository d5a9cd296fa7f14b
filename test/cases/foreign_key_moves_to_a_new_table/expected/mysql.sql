-- drop constraint fk_child_target of child
ALTER TABLE `child` DROP FOREIGN KEY `fk_child_target`, DROP INDEX `fk_child_target`;

-- create table new_target
CREATE TABLE `new_target` (
  `id` INT NOT NULL,
  `other` INT NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- drop table old_target
DROP TABLE `old_target`;

-- create foreign key fk_child_target on child
ALTER TABLE `child` ADD CONSTRAINT `fk_child_target` FOREIGN KEY (`target_id`) REFERENCES `new_target` (`id`) ON DELETE CASCADE, ADD KEY `fk_child_target` (`target_id`);
