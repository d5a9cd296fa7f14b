import { integer, table, varchar } from "graven/models";

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull(),
  nick: varchar(80),
});
