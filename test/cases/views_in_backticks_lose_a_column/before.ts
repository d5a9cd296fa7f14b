import { integer, sql, table, varchar, view } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), name: varchar(40), nick: varchar(40) });
export const named = view("named", sql`SELECT p.id AS number, p.\`name\` AS label, p.nick AS short FROM \`person\` p WHERE p.\`name\` IS NOT NULL`);
export const quoted = view("quoted", sql`SELECT p.\`name\` AS label FROM \`person\` AS p`);
