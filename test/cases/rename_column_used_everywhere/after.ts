import { check, index, integer, sql, table, varchar } from "graven/models";

export const item = table("item", {
  id: integer().primaryKey().autoIncrement(),
  cents: integer().notNull().renamedFrom("price"),
  sku: varchar(20).notNull().unique().renamedFrom("code"),
}, (t) => [index("ix_item_price").on(t.cents.desc()), check("price_positive", sql`cents > 0`)]);

export const sale = table("sale", {
  id: integer().primaryKey().autoIncrement(),
  code: varchar(20).notNull().references(() => item.sku),
});
