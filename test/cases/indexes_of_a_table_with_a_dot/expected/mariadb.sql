-- rename index ix.size of v1\.item to ix.2
ALTER TABLE `v1.item` RENAME INDEX `ix.size` TO `ix.2`;

-- add column v1\.item.wo.rd
ALTER TABLE `v1.item` ADD COLUMN `wo.rd` VARCHAR(20) NOT NULL DEFAULT 'a';

-- create index ix.word on v1\.item
ALTER TABLE `v1.item` ADD KEY `ix.word` (`wo.rd`, `id` DESC);
