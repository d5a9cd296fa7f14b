import { check, compositeType, domain, fn, integer, materializedView, sequence, sql, sqlType, table, text, view } from "graven/models";

export const counter = sequence("counter", { start: 5 });
export const email = domain("email", text(), { checks: [check("at", sql`VALUE LIKE '%@%'`)] });
export const place = compositeType("place", { street: text() });
export const person = table("person", { id: integer().primaryKey().default(sql`nextval('counter'::regclass)`), email: sqlType("email"), place: sqlType("place") });
export const total = materializedView("total", sql`SELECT count(*) AS n FROM person`);
export const half = fn("half", { parameters: [{ name: "a", type: "integer" }], returns: "integer", body: sql`SELECT a / 2` });
export const shown = view("shown", sql`SELECT id FROM person`);
export const over = view("over_shown", sql`SELECT s.id FROM shown s`);
