import { boolean, check, integer, numeric, sql, table, timestamp, varchar } from "graven/models";

export const thing = table("thing", { id: integer().primaryKey(), at: timestamp().default(sql`current_timestamp`), size: integer().notNull().default(sql`5`), yes: boolean().default(sql`TRUE`), price: numeric(10), word: varchar(20).default(sql`'a'`), other: varchar(30) }, () => [
  check("ck_in", sql`( word in ('a','b','c') )`),
  check("ck_between", sql`size between 1 and 10`),
  check("ck_not", sql`NOT (size = 3)`),
  check("ck_or", sql`(size > 1) OR ((size < 0) AND (word <> 'x'))`),
  check("ck_null", sql`(word is not null)`),
]);
