import { integer, table, varchar } from "graven/models";

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  first: varchar(80).notNull().default("x"),
  last: varchar(80).notNull(),
});
