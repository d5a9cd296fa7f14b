import { boolean, check, integer, numeric, sql, sqlType, table, timestamp, varchar } from "graven/models";

export const thing = table("thing", { id: integer().primaryKey(), at: timestamp().default(sql`CURRENT_TIMESTAMP`), size: integer().notNull().default(5), yes: boolean().default(true), price: numeric(10, 0), word: varchar(20).default("a"), other: sqlType("varchar(30)") }, () => [
  check("ck_in", sql`word IN ('a', 'b', 'c')`),
  check("ck_between", sql`size BETWEEN 1 AND 10`),
  check("ck_not", sql`NOT (size = 3)`),
  check("ck_or", sql`size > 1 OR size < 0 AND word <> 'x'`),
  check("ck_null", sql`word IS NOT NULL`),
]);
