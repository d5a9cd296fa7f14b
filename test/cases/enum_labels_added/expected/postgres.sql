-- add label 'awful' to enum mood
ALTER TYPE "mood" ADD VALUE 'awful' BEFORE 'sad';

-- add label 'so-so' to enum mood
ALTER TYPE "mood" ADD VALUE 'so-so' AFTER 'sad';

-- add label 'happy' to enum mood
ALTER TYPE "mood" ADD VALUE 'happy';
