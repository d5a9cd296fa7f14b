import { check, compositeType, domain, fn, integer, materializedView, sequence, sql, sqlType, table, text, view } from "graven/models";

export const counter = sequence("person_counter", { start: 5, renamedFrom: "counter" });
export const email = domain("mail_address", text(), { checks: [check("at", sql`VALUE LIKE '%@%'`)], renamedFrom: "email" });
export const place = compositeType("address", { street: text() }, { renamedFrom: "place" });
export const person = table("person", { id: integer().primaryKey().default(sql`nextval('person_counter'::regclass)`), email: sqlType("mail_address"), place: sqlType("address") });
export const total = materializedView("sum_total", sql`SELECT count(*) AS n FROM person`, { renamedFrom: "total" });
export const half = fn("halved", { parameters: [{ name: "a", type: "integer" }], returns: "integer", body: sql`SELECT a / 2`, renamedFrom: "half" });
export const shown = view("visible", sql`SELECT id FROM person`, { renamedFrom: "shown" });
export const over = view("over_shown", sql`SELECT s.id FROM visible s`);
