-- rename column person.name to title
ALTER TABLE `person` RENAME COLUMN `name` TO `title`;

CREATE OR REPLACE VIEW `whole` AS
SELECT * FROM person;

CREATE OR REPLACE VIEW `bare` AS
SELECT id, title FROM person;

CREATE OR REPLACE VIEW `kept` AS
SELECT p.id, p.title FROM person p;

-- replace view kept
CREATE OR REPLACE VIEW `kept` AS
SELECT p.id, p.title AS name FROM person p;
