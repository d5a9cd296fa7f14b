import { enumeration, integer, table } from "graven/models";

export const mood = enumeration("mood", ["awful", "sad", "so-so", "ok", "happy"]);

export const person = table("person", {
  id: integer().primaryKey().autoIncrement(),
  mood: mood().notNull().default("ok"),
  last: mood(),
});
