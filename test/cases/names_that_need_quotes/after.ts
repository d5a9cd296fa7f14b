import { index, integer, table, varchar } from "graven/models";

export const order = table("order", {
  id: integer("Id").primaryKey().autoIncrement(),
  select: varchar("select", 10).notNull().unique(),
  group: integer("group by"),
}, (t) => [index("my index").on(t.group)]);
