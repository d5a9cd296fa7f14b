-- update 2 rows of every_type
UPDATE "every_type" SET "small" = NULL, "big" = 12, "exact" = 1.5, "flag" = false, "label" = upper('x'), "day" = '2024-03-01', "moment" = '2025-01-01 00:00:00', "data" = '[null,"x"]', "bytes" = '\x01'::bytea, "half" = 1e+100 WHERE "id" = 1;

UPDATE "every_type" SET "big" = 5, "data" = '"text"' WHERE "id" = 2;
