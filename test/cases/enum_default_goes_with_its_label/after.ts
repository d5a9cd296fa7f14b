import { enumeration, integer, table } from "graven/models";

export const mood = enumeration("mood", ["great", "happy", "ok"]);

export const person = table("person", { id: integer().primaryKey(), mood: mood().notNull().default("great"), former: mood().default("ok") });
