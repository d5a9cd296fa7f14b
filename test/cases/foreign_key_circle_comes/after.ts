import { integer, table } from "graven/models";

export const author = table("author", {
  id: integer().primaryKey().autoIncrement(),
  favouriteId: integer("favourite_id").references("book.id"),
});

export const book = table("book", {
  id: integer().primaryKey().autoIncrement(),
  authorId: integer("author_id").notNull().references(() => author.id),
});
