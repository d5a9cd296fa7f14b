import { check, index, integer, sql, table, text, timestamptz, varchar } from "graven/models";

export const thing = table("thing", { id: integer().primaryKey(), at: timestamptz().default(sql`CURRENT_TIMESTAMP`), word: text().default("a"), code: varchar(10).default("x"), size: integer(), list: text().array().default([]) }, (t) => [
  check("ck_in", sql`word IN ('a', 'b')`),
  check("ck_between", sql`size BETWEEN 1 AND 10`),
  check("ck_like", sql`word LIKE 'a%'`),
  index("ix_word").on(sql`LOWER(word)`, t.size).where(sql`(size > 0)`),
]);
