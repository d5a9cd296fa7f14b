import { check, index, integer, sql, table, unique, varchar } from "graven/models";

export const parent = table("parent", { id: integer().primaryKey().autoIncrement(), code: varchar(10).notNull() });

export const child = table("child", {
  id: integer().primaryKey().autoIncrement(),
  parentId: integer("parent_id").references(() => parent.id),
  code: varchar(10).notNull(),
  size: integer().notNull(),
}, (t) => [unique("child_code_size").on(t.code, t.size), check("size_small", sql`size < 100`), index("ix_child_size").on(t.size)]);
