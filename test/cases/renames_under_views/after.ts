import { integer, sql, table, varchar, view } from "graven/models";

export const account = table("account", { id: integer().primaryKey(), title: varchar(40).notNull() });
export const named = view("named", sql`SELECT p.id, p.title AS label FROM account p WHERE p.title <> ''`);
export const plain = view("plain", sql`SELECT account.id FROM account`);
