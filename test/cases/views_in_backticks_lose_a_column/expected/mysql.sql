-- rename column person.name to title
ALTER TABLE `person` RENAME COLUMN `name` TO `title`;

CREATE OR REPLACE VIEW `named` AS
SELECT p.id AS number, p.`title` AS label, p.nick AS short FROM `person` p WHERE p.`title` IS NOT NULL;

CREATE OR REPLACE VIEW `quoted` AS
SELECT p.`title` AS label FROM `person` AS p;

-- drop view named
DROP VIEW `named`;

-- drop column person.nick
ALTER TABLE `person` DROP COLUMN `nick`;

-- create view named
CREATE VIEW `named` AS
SELECT p.id AS number, p.`title` AS label FROM `person` p WHERE p.`title` IS NOT NULL;
