import { foreignKey, integer, primaryKey, table, uuid } from "graven/models";

export const parent = table("parent", { id: uuid().primaryKey(), up: uuid().references("parent.id") });

export const child = table("child", { a: integer().notNull(), b: uuid("b").notNull().references(() => parent.id, { onDelete: "cascade" }) }, (t) => [primaryKey().on(t.a, t.b)]);

export const grandchild = table("grandchild", { id: integer().primaryKey(), a: integer(), b: uuid() }, (t) => [foreignKey().on(t.a, t.b).references(() => [child.a, child.b])]);
