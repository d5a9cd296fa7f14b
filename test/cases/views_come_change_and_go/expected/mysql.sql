-- drop view gone_person
DROP VIEW `gone_person`;

-- replace view active_person
CREATE OR REPLACE VIEW `active_person` AS
SELECT name, id FROM person WHERE active;

-- replace view widened_person
CREATE OR REPLACE VIEW `widened_person` AS
SELECT id, note FROM person WHERE id > 0;

-- create view new_person
CREATE VIEW `new_person` AS
SELECT n.id FROM named_person n JOIN widened_person w ON w.id = n.id;
