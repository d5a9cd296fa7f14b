import { check, index, integer, sql, table, varchar } from "graven/models";

export const account = table("account", { age: integer(), name: varchar(20).unique(), id: integer().primaryKey() }, (t) => [index("ix_2").on(t.age, t.name), check("b", sql`id > 0`), index("ix_1").on(t.age), check("a", sql`age > 0`)]);
