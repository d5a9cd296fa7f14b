import { enumeration, integer, table, varchar } from "graven/models";

export const role = enumeration("role", ["admin", "user"]);

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull(),
  role: role(),
});
