-- alter index note_both of note (comment)
ALTER TABLE `note` DROP INDEX `note_both`, ADD UNIQUE KEY `note_both` (`size`, `title`);

-- alter index note_size of note (comment)
ALTER TABLE `note` DROP INDEX `note_size`, ADD KEY `note_size` (`size`) COMMENT 'New';

-- alter index note_title of note (comment)
ALTER TABLE `note` DROP INDEX `note_title`, ADD KEY `note_title` (`title`) COMMENT 'Two';
