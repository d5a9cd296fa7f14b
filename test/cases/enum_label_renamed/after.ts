import { enumeration, integer, table } from "graven/models";

export const mood = enumeration("mood", ["unhappy", "fine"], { renamedLabels: { unhappy: "sad", fine: "ok" } });

export const person = table("person", {
  id: integer().primaryKey().autoIncrement(),
  mood: mood().notNull().default("fine"),
  last: mood(),
});
