import { check, index, integer, sql, table, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), code: varchar(10).notNull(), price: integer().notNull() }, (t) => [
  check("item_code", sql`lower(code) <> 'none' AND length(code) > 0`),
  check("item_price", sql`price BETWEEN 0 AND 1000`),
  index("ix_item_code").on(sql`lower(code)`, t.price.desc()).where(sql`price > 0`),
]);
