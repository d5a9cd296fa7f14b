-- rename index book_named of book to book_renamed
ALTER TABLE `book` RENAME INDEX `book_named` TO `book_renamed`;

-- alter index book_both of book (comment, invisible)
ALTER TABLE `book` DROP INDEX `book_both`, ADD KEY `book_both` (`title`(10), `shelf` DESC);

-- alter index book_on of book (comment)
ALTER TABLE `book` DROP INDEX `book_on`, ADD KEY `book_on` (`shelf`) COMMENT 'Where it stands';

-- alter index book_once of book (comment)
ALTER TABLE `book` DROP INDEX `book_once`, ADD UNIQUE KEY `book_once` (`id`, `title`) COMMENT 'Once';

-- alter index book_renamed of book (comment, invisible)
ALTER TABLE `book` DROP INDEX `book_renamed`, ADD KEY `book_renamed` (`id`, `shelf`) COMMENT 'Of late' IGNORED;

-- alter index book_seen of book (invisible)
ALTER TABLE `book` ALTER INDEX `book_seen` IGNORED;

-- alter index book_unseen of book (invisible)
ALTER TABLE `book` ALTER INDEX `book_unseen` NOT IGNORED;

-- alter index book_words of book (comment)
ALTER TABLE `book` DROP INDEX `book_words`, ADD FULLTEXT KEY `book_words` (`body`) COMMENT 'Words';
