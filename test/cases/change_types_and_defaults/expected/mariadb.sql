-- alter column measure.amount (type, default)
ALTER TABLE `measure` MODIFY COLUMN `amount` DECIMAL(12,2) NOT NULL DEFAULT 0;

-- alter column measure.label (type, nullable, default)
ALTER TABLE `measure` MODIFY COLUMN `label` VARCHAR(200) NOT NULL DEFAULT 'none';

-- alter column measure.count (type)
ALTER TABLE `measure` MODIFY COLUMN `count` BIGINT NOT NULL;
