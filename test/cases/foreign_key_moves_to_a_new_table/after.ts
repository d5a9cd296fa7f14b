import { integer, table } from "graven/models";

export const fresh = table("new_target", { id: integer().primaryKey(), other: integer().notNull() });

export const child = table("child", { id: integer().primaryKey(), targetId: integer("target_id").references(() => fresh.id, { name: "fk_child_target", onDelete: "cascade" }) });
