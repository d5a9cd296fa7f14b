import { integer, sql, table, varchar, view } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), name: varchar(40).notNull(), age: integer() });
export const bare = view("bare", sql`SELECT id, name FROM person`);
export const kept = view("kept", sql`SELECT p.id, p.name FROM person p`);
export const whole = view("whole", sql`SELECT * FROM person`);
