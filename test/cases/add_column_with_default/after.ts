import { boolean, integer, table, text, varchar } from "graven/models";

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull(),
  active: boolean().notNull().default(true),
  note: text(),
  score: integer().notNull().default(-5),
});
