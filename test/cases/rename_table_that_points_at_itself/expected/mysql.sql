-- rename table node to branch
ALTER TABLE `node` DROP FOREIGN KEY `node_ibfk_1`;

RENAME TABLE `node` TO `branch`;

ALTER TABLE `branch` ADD CONSTRAINT `node_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `branch` (`id`);

-- rename column branch.depth to level
ALTER TABLE `branch` DROP CHECK `node_depth`;

ALTER TABLE `branch` RENAME COLUMN `depth` TO `level`;

ALTER TABLE `branch` ADD CONSTRAINT `node_depth` CHECK (branch.level >= 0 AND (branch.parent_id IS NULL OR branch.parent_id <> branch.id));
