import { integer, sql, table } from "graven/models";

export const box = table("box", {
  id: integer().primaryKey().autoIncrement(),
  width: integer().notNull(),
  height: integer().notNull(),
  area: integer().generated(sql`width * height`),
});
