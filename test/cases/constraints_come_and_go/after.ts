import { check, foreignKey, index, integer, sql, table, varchar } from "graven/models";

export const parent = table("parent", { id: integer().primaryKey().autoIncrement(), code: varchar(10).notNull().unique() });

export const child = table("child", {
  id: integer().primaryKey().autoIncrement(),
  parentId: integer("parent_id").references(() => parent.id, { onDelete: "set null" }),
  code: varchar(10).notNull(),
  size: integer().notNull(),
}, (t) => [check("size_small", sql`size < 1000`), index("ix_child_size").on(t.size, t.code), foreignKey("child_parent_code").on(t.code).references(() => parent.code)]);
