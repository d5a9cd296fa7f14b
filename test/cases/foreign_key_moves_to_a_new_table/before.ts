import { integer, table } from "graven/models";

export const old = table("old_target", { id: integer().primaryKey() });

export const child = table("child", { id: integer().primaryKey(), targetId: integer("target_id").references(() => old.id, { name: "fk_child_target", onDelete: "cascade" }) });
