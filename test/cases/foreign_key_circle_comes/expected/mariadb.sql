-- create table author
CREATE TABLE `author` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `favourite_id` INT,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create table book
CREATE TABLE `book` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `author_id` INT NOT NULL,
  CONSTRAINT `book_ibfk_1` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`),
  PRIMARY KEY (`id`),
  KEY `book_ibfk_1` (`author_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- create foreign key author_ibfk_1 on author
ALTER TABLE `author` ADD CONSTRAINT `author_ibfk_1` FOREIGN KEY (`favourite_id`) REFERENCES `book` (`id`), ADD KEY `author_ibfk_1` (`favourite_id`);
