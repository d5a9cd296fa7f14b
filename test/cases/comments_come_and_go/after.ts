import { integer, table, text, varchar } from "graven/models";

export const account = table("account", {
  id: integer().primaryKey().autoIncrement().comment("the id"),
  name: varchar(80).notNull().comment("it's new"),
  other: text(),
}, { comment: "is; \\ now" });
