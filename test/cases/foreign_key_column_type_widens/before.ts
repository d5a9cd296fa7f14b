import { integer, table } from "graven/models";

export const parent = table("parent", { id: integer().primaryKey() });
export const child = table("child", { id: integer().primaryKey(), parentId: integer("parent_id").notNull().references(() => parent.id, { onDelete: "cascade" }) });
