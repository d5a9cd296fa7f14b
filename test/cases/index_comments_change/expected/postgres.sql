-- alter index note_both of note (comment)
COMMENT ON INDEX "note_both" IS NULL;

-- alter index note_size of note (comment)
COMMENT ON INDEX "note_size" IS 'New';

-- alter index note_title of note (comment)
COMMENT ON INDEX "note_title" IS 'Two';
