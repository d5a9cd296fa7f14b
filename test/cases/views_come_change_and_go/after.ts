import { boolean, integer, sql, table, text, varchar, view } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), name: varchar(40).notNull(), note: text(), active: boolean().notNull().default(true) });
export const active = view("active_person", sql`SELECT name, id FROM person WHERE active`);
export const named = view("named_person", sql`SELECT id, name FROM active_person WHERE name <> ''`);
export const widened = view("widened_person", sql`SELECT id, note FROM person WHERE id > 0`);
export const same = view("same_person", sql`select id from person where id > 1;`);
export const come = view("new_person", sql`SELECT n.id FROM named_person n JOIN widened_person w ON w.id = n.id`);
