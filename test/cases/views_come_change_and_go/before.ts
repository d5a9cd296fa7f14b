import { boolean, integer, sql, table, text, varchar, view } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), name: varchar(40).notNull(), note: text(), active: boolean().notNull().default(true) });
export const active = view("active_person", sql`SELECT id, name FROM person WHERE active`);
export const named = view("named_person", sql`SELECT id, name FROM active_person WHERE name <> ''`);
export const gone = view("gone_person", sql`SELECT id FROM person`);
export const widened = view("widened_person", sql`SELECT id FROM person`);
export const same = view("same_person", sql`SELECT id FROM person WHERE id > 1`);
