import { check, index, integer, sql, sqlType, table, text, timestamptz, varchar } from "graven/models";

export const thing = table("thing", { id: integer().primaryKey(), at: timestamptz().default(sql`now()`), word: text().default(sql`'a'::text`), code: varchar(10).default(sql`'x'::character varying`), size: sqlType("int4"), list: sqlType("text[]").default(sql`'{}'::text[]`) }, (t) => [
  check("ck_in", sql`word = ANY (ARRAY['a'::text, 'b'::text])`),
  check("ck_between", sql`size >= 1 AND size <= 10`),
  check("ck_like", sql`word ~~ 'a%'`),
  index("ix_word").on(sql`lower(word)`, t.size).where(sql`size > 0`),
]);
