-- rename event old to young
ALTER EVENT `old` RENAME TO `young`;

-- replace event clean
ALTER EVENT `clean` ON SCHEDULE EVERY 2 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION PRESERVE COMMENT 'It''s clean';

-- replace event owned
ALTER DEFINER = `guest`@`localhost` EVENT `owned` DO
DELETE FROM log;

-- replace event rewritten
DELIMITER $$
ALTER EVENT `rewritten` DISABLE DO
BEGIN DELETE FROM log WHERE id > 1; DELETE FROM log WHERE id < 0; END
$$
DELIMITER ;

-- replace event stopped
ALTER DEFINER = `root`@`localhost` EVENT `stopped` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE COMMENT '';

-- replace function half(integer)
ALTER FUNCTION `half` NO SQL SQL SECURITY INVOKER COMMENT '';

-- replace function third(integer)
ALTER FUNCTION `third` CONTAINS SQL SQL SECURITY DEFINER COMMENT 'Of three';

-- replace procedure sweep(integer)
ALTER PROCEDURE `sweep` MODIFIES SQL DATA COMMENT 'Sweeps';

-- replace procedure tidy()
CREATE OR REPLACE PROCEDURE `tidy`() COMMENT 'Tidies' 
DELETE FROM log WHERE id > 0;
