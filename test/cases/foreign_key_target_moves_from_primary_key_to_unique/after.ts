import { integer, primaryKey, table } from "graven/models";

export const parent = table("parent", { id: integer().notNull().unique(), number: integer().notNull() }, (t) => [primaryKey("parent_number").on(t.number)]);

export const child = table("child", { id: integer().primaryKey(), parentId: integer("parent_id").references(() => parent.id, { onDelete: "cascade" }) });
