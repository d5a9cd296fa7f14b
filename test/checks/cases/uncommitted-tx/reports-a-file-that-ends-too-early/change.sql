-- Its last statement is missing.

BEGIN;
UPDATE product SET weight = 0 WHERE id = 1;
