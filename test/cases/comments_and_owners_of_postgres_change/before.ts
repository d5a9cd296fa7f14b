import { check, compositeType, domain, fn, integer, sequence, sql, table, text, textSearch, view } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), number: integer() });
export const counter = sequence("counter", { ownedBy: { table: "job", column: "id" } });
export const positive = domain("positive", integer(), { comment: "Above zero", checks: [check("positive_check", sql`VALUE > 0`)] });
export const address = compositeType("address", { street: text() }, { comment: "Where" });
export const plain = textSearch("template", "plain", { options: { lexize: "dsimple_lexize", init: "dsimple_init" }, comment: "As it is" });
export const reader = textSearch("parser", "reader", { options: { start: "prsd_start", gettoken: "prsd_nexttoken", end: "prsd_end", lextypes: "prsd_lextype" }, comment: "Reads" });
export const half = fn("half", { parameters: [{ type: "integer" }], returns: "integer", body: sql`SELECT $1 / 2`, comment: "One of two" });
export const jobs = view("jobs", sql`SELECT id FROM job`, { comment: "All" });
