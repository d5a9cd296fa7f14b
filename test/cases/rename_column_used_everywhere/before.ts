import { check, index, integer, sql, table, varchar } from "graven/models";

export const item = table("item", {
  id: integer().primaryKey().autoIncrement(),
  price: integer().notNull(),
  code: varchar(20).notNull().unique(),
}, (t) => [index("ix_item_price").on(t.price.desc()), check("price_positive", sql`price > 0`)]);

export const sale = table("sale", {
  id: integer().primaryKey().autoIncrement(),
  code: varchar(20).notNull().references(() => item.code),
});
