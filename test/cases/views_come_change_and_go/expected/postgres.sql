-- drop view named_person
DROP VIEW "named_person";

-- drop view gone_person
DROP VIEW "gone_person";

-- drop view active_person
DROP VIEW "active_person";

-- create view active_person
CREATE VIEW "active_person" AS
SELECT name, id FROM person WHERE active;

-- create view named_person
CREATE VIEW "named_person" AS
SELECT id, name FROM active_person WHERE name <> '';

-- replace view widened_person
CREATE OR REPLACE VIEW "widened_person" AS
SELECT id, note FROM person WHERE id > 0;

-- create view new_person
CREATE VIEW "new_person" AS
SELECT n.id FROM named_person n JOIN widened_person w ON w.id = n.id;
