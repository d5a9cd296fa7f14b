-- rename table node to branch
ALTER TABLE `node` DROP FOREIGN KEY `node_ibfk_1`;

RENAME TABLE `node` TO `branch`;

ALTER TABLE `branch` ADD CONSTRAINT `node_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `branch` (`id`);

-- rename column branch.depth to level
ALTER TABLE `branch` RENAME COLUMN `depth` TO `level`;
