import { enumeration, integer, interval, primaryKey, sql, sqlType, table, text } from "graven/models";

export const mood = enumeration("mood", ["sad", "ok"]);

export const sample = table("sample", {
  id: integer().identity({ generation: "always", start: 100, increment: 5 }),
  tags: text().array().notNull().default(sql`'{}'`),
  moods: mood().array(),
  span: interval(),
  net: sqlType("inet"),
  big: sqlType("int8"),
}, (t) => [primaryKey().on(t.id)]);
