import { check, index, integer, sql, table, varchar } from "graven/models";

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  first: varchar(80).notNull().default("x"),
  middle: varchar(80).notNull(),
  age: integer(),
  last: varchar(80).notNull(),
}, (t) => [index("ix_account_age").on(t.age), check("age_positive", sql`age > 0`)]);
