import { index, integer, sql, table, uniqueIndex, varchar } from "graven/models";

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull(),
}, (t) => [
  index("ix_account_lower").on(sql`lower(name)`),
  uniqueIndex("ix_account_short").on(t.name).where(sql`length(name) < 3`),
]);
