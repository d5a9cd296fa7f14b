-- rename label 'sad' of enum mood to 'unhappy'
ALTER TYPE "mood" RENAME VALUE 'sad' TO 'unhappy';

-- rename label 'ok' of enum mood to 'fine'
ALTER TYPE "mood" RENAME VALUE 'ok' TO 'fine';
