import { integer, table } from "graven/models";

export const stays = table("stays", { id: integer().primaryKey() });
export const z = table("z", { id: integer().primaryKey(), ref: integer().references(() => stays.id) });
export const m = table("m", { id: integer().primaryKey(), ref: integer().references(() => z.id, { onDelete: "cascade" }) });
export const a = table("a", { id: integer().primaryKey(), ref: integer().references(() => m.id), second: integer().references(() => z.id) });
export const b = table("b", { id: integer().primaryKey(), ref: integer().references(() => a.id), other: integer().references(() => z.id) });
export const c = table("c", { id: integer().primaryKey().references(() => b.id) });
export const user = table("user_of_c", { id: integer().primaryKey(), ref: integer().references(() => c.id) });
