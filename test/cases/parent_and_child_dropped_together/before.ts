import { integer, table } from "graven/models";

export const parent = table("parent", { id: integer().primaryKey().autoIncrement() });
export const child = table("child", { id: integer().primaryKey().autoIncrement(), parentId: integer("parent_id").notNull().references(() => parent.id) });
export const stays = table("stays", { id: integer().primaryKey().autoIncrement(), parentId: integer("parent_id").references(() => parent.id) });
