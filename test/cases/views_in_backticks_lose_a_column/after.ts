import { integer, sql, table, varchar, view } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), title: varchar(40) });
export const named = view("named", sql`SELECT p.id AS number, p.\`title\` AS label FROM \`person\` p WHERE p.\`title\` IS NOT NULL`);
export const quoted = view("quoted", sql`SELECT p.\`title\` AS label FROM \`person\` AS p`);
