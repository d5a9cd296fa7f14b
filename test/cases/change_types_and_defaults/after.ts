import { bigint, integer, numeric, table, varchar } from "graven/models";

export const measure = table("measure", {
  id: integer().primaryKey().autoIncrement(),
  amount: numeric(12, 2).notNull().default("0.00"),
  label: varchar(200).notNull().default("none"),
  count: bigint().notNull(),
});
