import { index, integer, table, timestamp, varchar } from "graven/models";

export const author = table("author", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});

export const post = table(
  "post",
  {
    id: integer().primaryKey().autoIncrement(),
    authorId: integer("author_id")
      .notNull()
      .references(() => author.id, { onDelete: "cascade" }),
    title: varchar(200).notNull(),
    createdAt: timestamp("created_at").notNull().defaultNow(),
  },
  (t) => [index().on(t.createdAt)],
);
