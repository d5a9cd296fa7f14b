-- rename column doc.body to content
ALTER TABLE `doc` RENAME COLUMN `body` TO `content`;

ALTER TABLE `doc` MODIFY COLUMN `content` JSON;

-- rename column doc.head to title
ALTER TABLE `doc` RENAME COLUMN `head` TO `title`;

ALTER TABLE `doc` MODIFY COLUMN `title` JSON NOT NULL;
