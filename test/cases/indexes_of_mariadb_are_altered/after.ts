import { foreignKey, index, integer, table, text, varchar } from "graven/models";

export const shelf = table("shelf", { id: integer().primaryKey(), n: integer() });
export const book = table("book", { id: integer().primaryKey(), shelf: integer(), title: varchar(80), body: text() }, (t) => [
  foreignKey("book_shelf").on(t.shelf).references("shelf", ["id"]),
  index("book_on").on(t.shelf).facts({ comment: "Where it stands" }),
  index("book_seen").on(t.title).facts({ invisible: true }),
  index("book_unseen").on(t.title, t.id),
  index("book_both").on(t.title.length(10), t.shelf.desc()),
  index("book_once").on(t.id, t.title).unique().facts({ comment: "Once" }),
  index("book_words").on(t.body).facts({ type: "fulltext", comment: "Words" }),
  index("book_renamed").on(t.id, t.shelf).facts({ comment: "Of late", invisible: true }),
]);
