import { integer, table } from "graven/models";

export const box = table("box", {
  id: integer().primaryKey().autoIncrement(),
  width: integer().notNull(),
  height: integer().notNull(),
});
