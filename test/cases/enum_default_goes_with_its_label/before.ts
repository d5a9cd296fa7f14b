import { enumeration, integer, table } from "graven/models";

export const mood = enumeration("mood", ["sad", "ok", "happy"]);

export const person = table("person", { id: integer().primaryKey(), mood: mood().notNull().default("sad"), former: mood().default("ok") });
