import { integer, table, text, varchar } from "graven/models";

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().comment("old"),
  other: text().comment("goes"),
}, { comment: "was" });
