import { enumeration, integer, table } from "graven/models";

export const mood = enumeration("mood", ["ok", "sad", "happy"]);

export const person = table("person", {
  id: integer().primaryKey().autoIncrement(),
  mood: mood().notNull().default("ok"),
  last: mood(),
});
