import { bigint, foreignKey, integer, primaryKey, table, varchar } from "graven/models";

export const parent = table("parent", { id: varchar(40).primaryKey(), up: varchar(40).references("parent.id") });

export const child = table("child", { a: bigint().notNull(), b: varchar("b", 40).notNull().references(() => parent.id, { onDelete: "cascade" }) }, (t) => [primaryKey().on(t.a, t.b)]);

export const grandchild = table("grandchild", { id: integer().primaryKey(), a: bigint(), b: varchar(40) }, (t) => [foreignKey().on(t.a, t.b).references(() => [child.a, child.b])]);
