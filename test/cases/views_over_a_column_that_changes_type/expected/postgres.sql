-- drop view counted
DROP VIEW "counted";

-- drop view coded
DROP VIEW "coded";

-- alter column item.code (type)
ALTER TABLE "item" ALTER COLUMN "code" TYPE varchar(20);

-- create view coded
CREATE VIEW "coded" AS
SELECT id, code FROM item;

-- create view counted
CREATE VIEW "counted" AS
SELECT code, count(*) AS n FROM coded GROUP BY code;
