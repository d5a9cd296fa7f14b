-- rename column span.end to until
ALTER TABLE `span` DROP CHECK `span_forward`;

ALTER TABLE `span` RENAME COLUMN `end` TO `until`;

ALTER TABLE `span` ADD CONSTRAINT `span_forward` CHECK (CASE WHEN start > 0 THEN `until` > start ELSE `until` IS NOT NULL END);

-- rename column span.start to from
ALTER TABLE `span` DROP CHECK `span_forward`;

ALTER TABLE `span` RENAME COLUMN `start` TO `from`;

ALTER TABLE `span` ADD CONSTRAINT `span_forward` CHECK (CASE WHEN `from` > 0 THEN `until` > `from` ELSE `until` IS NOT NULL END);

-- rename column span.kind to order
ALTER TABLE `span` DROP CHECK `span_kind`;

ALTER TABLE `span` RENAME COLUMN `kind` TO `order`;

ALTER TABLE `span` ADD CONSTRAINT `span_kind` CHECK (`order` <> 'end' AND span.`order` <> 'kind');
