import { integer, smallint, table, varchar } from "graven/models";

export const measure = table("measure", {
  id: integer().primaryKey().autoIncrement(),
  amount: integer().notNull().default(1),
  label: varchar(20),
  count: smallint().notNull(),
});
