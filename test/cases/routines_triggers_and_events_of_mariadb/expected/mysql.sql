-- drop trigger item.item_gone
DROP TRIGGER `item_gone`;

-- drop procedure tidy(integer)
DROP PROCEDURE `tidy`;

-- replace event clean
ALTER EVENT `clean` ON SCHEDULE EVERY 2 HOUR STARTS '2030-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'Tidies' DO
DELETE FROM log WHERE id < 5;

-- replace function doubled(integer)
DROP FUNCTION `doubled`;

CREATE FUNCTION `doubled`(`a` int) RETURNS bigint DETERMINISTIC COMMENT 'Twice' 
RETURN a + a;

-- replace trigger item.item_noted
DROP TRIGGER `item_noted`;

DELIMITER $$
CREATE TRIGGER `item_noted` AFTER INSERT ON `item` FOR EACH ROW 
BEGIN INSERT INTO log (note) VALUES (concat(NEW.name, '!')); END
$$
DELIMITER ;

-- create view sized
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW `sized` AS
SELECT id, doubled(size) AS twice FROM item;
