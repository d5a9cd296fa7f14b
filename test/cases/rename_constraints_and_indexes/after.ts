import { check, index, integer, sql, table, unique, varchar } from "graven/models";

export const item = table("item", {
  id: integer().primaryKey(),
  code: varchar(20).notNull(),
  size: integer(),
}, (t) => [unique("item_code_unique").on(t.code).renamedFrom("item_code"), index("ix_item_size").on(t.size).renamedFrom("ix_size"), check("item_size_positive", sql`size > 0`).renamedFrom("size_ok")]);
