import { check, compositeType, domain, fn, integer, sequence, sql, table, text, textSearch, view } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), number: integer() });
export const counter = sequence("counter", { ownedBy: { table: "job", column: "number" } });
export const positive = domain("positive", integer(), { comment: "More than zero", checks: [check("positive_check", sql`VALUE > 0`)] });
export const address = compositeType("address", { street: text() }, { comment: "Which door" });
export const plain = textSearch("template", "plain", { options: { lexize: "dsynonym_lexize", init: "dsynonym_init" }, comment: "As it stands" });
export const reader = textSearch("parser", "reader", { options: { start: "prsd_start", gettoken: "prsd_nexttoken", end: "prsd_end", lextypes: "prsd_lextype", headline: "prsd_headline" }, comment: "Reads words" });
export const half = fn("half", { parameters: [{ type: "integer" }], returns: "integer", body: sql`SELECT $1 / 2`, comment: "The smaller one" });
export const jobs = view("jobs", sql`SELECT id FROM job`, { comment: "Every one" });
