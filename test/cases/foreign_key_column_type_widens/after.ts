import { bigint, integer, table } from "graven/models";

export const parent = table("parent", { id: bigint().primaryKey() });
export const child = table("child", { id: integer().primaryKey(), parentId: bigint("parent_id").notNull().references(() => parent.id, { onDelete: "cascade" }) });
