import { check, index, integer, sql, table, varchar } from "graven/models";

export const account = table("account", { id: integer().primaryKey(), name: varchar(20).unique(), age: integer() }, (t) => [check("a", sql`age > 0`), check("b", sql`id > 0`), index("ix_1").on(t.age), index("ix_2").on(t.age, t.name)]);
