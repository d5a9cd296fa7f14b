import { index, integer, table, varchar } from "graven/models";

export const item = table(
  "item",
  {
    id: integer().primaryKey(),
    word: varchar(20).notNull(),
    loud: varchar(20),
  },
  (t) => [index("ix_item_loud").on(t.loud)],
);
