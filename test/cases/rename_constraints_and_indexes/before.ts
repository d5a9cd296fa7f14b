import { check, index, integer, sql, table, unique, varchar } from "graven/models";

export const item = table("item", {
  id: integer().primaryKey(),
  code: varchar(20).notNull(),
  size: integer(),
}, (t) => [unique("item_code").on(t.code), index("ix_size").on(t.size), check("size_ok", sql`size > 0`)]);
