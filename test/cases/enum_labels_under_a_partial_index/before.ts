import { check, enumeration, index, integer, sql, table, varchar } from "graven/models";

export const mood = enumeration("mood", ["sad", "ok"]);

export const person = table("person", { id: integer().primaryKey(), word: varchar(), mood: mood().notNull() }, (t) => [
  index("ix_person").on(t.mood, sql`id + 1`).where(sql`word IN ('a', 'b') OR word <> 'zz'`),
  check("person_word", sql`word NOT IN ('x', 'y')`),
]);
