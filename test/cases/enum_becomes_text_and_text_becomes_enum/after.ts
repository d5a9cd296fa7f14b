import { check, enumeration, index, integer, sql, table, varchar } from "graven/models";

export const mood = enumeration("mood", ["sad", "it's ok"]);

export const person = table("person", { id: integer().primaryKey(), first: varchar(20).notNull().default("it's ok"), second: mood().default("sad") }, (t) => [index("ix_first").on(t.first), index("ix_second").on(t.second), check("person_id", sql`id > 0`)]);
