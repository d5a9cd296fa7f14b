-- It is ended.

BEGIN;
UPDATE product SET weight = 0 WHERE id = 1;
COMMIT;
