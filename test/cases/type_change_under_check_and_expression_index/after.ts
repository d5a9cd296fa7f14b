import { check, index, integer, numeric, sql, table, text } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), code: text().notNull(), price: numeric(10, 2).notNull() }, (t) => [
  check("item_code", sql`lower(code) <> 'none' AND length(code) > 0`),
  check("item_price", sql`price BETWEEN 0 AND 1000`),
  index("ix_item_code").on(sql`lower(code)`, t.price.desc()).where(sql`price > 0`),
]);
