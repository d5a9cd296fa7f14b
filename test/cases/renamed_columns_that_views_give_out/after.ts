import { integer, sql, table, varchar, view } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), title: varchar(40).notNull(), age: integer() });
export const bare = view("bare", sql`SELECT id, title FROM person`);
export const kept = view("kept", sql`SELECT p.id, p.title AS name FROM person p`);
export const whole = view("whole", sql`SELECT * FROM person`);
