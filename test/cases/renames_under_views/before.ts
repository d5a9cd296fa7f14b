import { integer, sql, table, varchar, view } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), name: varchar(40).notNull() });
export const named = view("named", sql`SELECT p.id, p.name AS label FROM person p WHERE p.name <> ''`);
export const plain = view("plain", sql`SELECT person.id FROM person`);
