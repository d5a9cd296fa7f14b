import { integer, table } from "graven/models";

export const parent = table("parent", { id: integer().primaryKey(), number: integer().notNull() });

export const child = table("child", { id: integer().primaryKey(), parentId: integer("parent_id").references(() => parent.id, { onDelete: "cascade" }) });
