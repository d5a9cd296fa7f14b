import { index, integer, sql, table } from "graven/models";

export const box = table("box", {
  id: integer().primaryKey().autoIncrement(),
  width: integer().notNull(),
  area: integer().generated(sql`width * 3`),
}, (t) => [index("ix_box_area").on(t.area)]);
