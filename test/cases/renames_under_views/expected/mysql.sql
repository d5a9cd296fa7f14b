-- rename table person to account
RENAME TABLE `person` TO `account`;

CREATE OR REPLACE VIEW `named` AS
SELECT p.id, p.name AS label FROM account p WHERE p.name <> '';

CREATE OR REPLACE VIEW `plain` AS
SELECT account.id FROM account;

-- rename column account.name to title
ALTER TABLE `account` RENAME COLUMN `name` TO `title`;

CREATE OR REPLACE VIEW `named` AS
SELECT p.id, p.title AS label FROM account p WHERE p.title <> '';
