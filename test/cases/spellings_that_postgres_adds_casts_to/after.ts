import { char, check, index, integer, json, numeric, smallint, sql, table, timestamp, varchar } from "graven/models";

export const thing = table("thing", { id: integer().primaryKey(), fixed: char(36).default(sql`NULL`), nothing: json().default(sql`NULL`), small: smallint(), price: numeric(10, 2), word: varchar(10), at: timestamp() }, () => [
  check("ck_price", sql`price > -100 AND price < 100.5`),
  check("ck_small", sql`coalesce(small, 0) < 100 AND CASE WHEN small > 3 THEN small ELSE 70000 END > 2`),
  check("ck_word", sql`coalesce(word, 'a') <> 'b' AND word || 'x' <> lower(word)`),
  check("ck_at", sql`at > '1900-01-01'`),
  index("ix_small").on(sql`coalesce(small, 0)`, sql`(small + 1)`),
]);
