-- rename view shown to visible
DROP VIEW "shown";

CREATE VIEW "visible" AS
SELECT id, name FROM item;

DROP VIEW "over_shown";

CREATE VIEW "over_shown" AS
SELECT s.id FROM visible s;

-- rename trigger item.noted to item_noted
DROP TRIGGER "noted";

CREATE TRIGGER "item_noted" AFTER INSERT ON "item" FOR EACH ROW
BEGIN
UPDATE item SET name = 'x' WHERE id = NEW.id;
END;
