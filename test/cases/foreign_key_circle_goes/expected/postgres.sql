-- drop constraint author_favourite_id_fkey of author
ALTER TABLE "author" DROP CONSTRAINT "author_favourite_id_fkey";

-- drop constraint book_author_id_fkey of book
ALTER TABLE "book" DROP CONSTRAINT "book_author_id_fkey";

-- drop table book
DROP TABLE "book";

-- drop table author
DROP TABLE "author";
