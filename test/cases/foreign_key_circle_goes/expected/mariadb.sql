-- drop constraint author_ibfk_1 of author
ALTER TABLE `author` DROP FOREIGN KEY `author_ibfk_1`, DROP INDEX `author_ibfk_1`;

-- drop constraint book_ibfk_1 of book
ALTER TABLE `book` DROP FOREIGN KEY `book_ibfk_1`, DROP INDEX `book_ibfk_1`;

-- drop table book
DROP TABLE `book`;

-- drop table author
DROP TABLE `author`;
