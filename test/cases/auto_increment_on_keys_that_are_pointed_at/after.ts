import { integer, table } from "graven/models";

export const parent = table("parent", { id: integer().primaryKey().autoIncrement(), n: integer() });
export const other = table("other", { id: integer().primaryKey(), n: integer() });
export const child = table("child", { id: integer().primaryKey(), parentId: integer("parent_id").references(() => parent.id, { onDelete: "cascade" }), otherId: integer("other_id").references(() => other.id, { onDelete: "set null" }) });
