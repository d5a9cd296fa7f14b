import { enumeration, fn, grant, integer, materializedView, procedure, sequence, sql, table, text, view } from "graven/models";

export const mood = enumeration("mood", ["bad", "good"]);
export const doc = table("doc", { id: integer().primaryKey(), title: text(), body: text(), mood: mood() });
export const counter = sequence("counter");
export const titles = view("titles", sql`SELECT title, id FROM doc`);
export const total = materializedView("total", sql`SELECT count(*) AS number FROM doc`);
export const tally = fn("tally", { parameters: [{ type: "int" }], returns: "integer", language: "sql", body: sql`SELECT $1 + 2` });
export const sweep = procedure("sweep", { language: "sql", body: sql`DELETE FROM doc` });
export const audit = table("entry", { id: integer().primaryKey() }, { schema: "audit" });

export const reads = grant("pg_monitor", { on: doc, privileges: ["UPDATE (title)", "INSERT (title, body)", "SELECT (id)"] });
export const all = grant("pg_read_all_data", { on: doc, privileges: ["SELECT", "DELETE"], grantable: ["SELECT"] });
export const readsTitles = grant("pg_monitor", { on: titles, privileges: ["SELECT"] });
export const readsTotal = grant("public", { on: total, privileges: ["SELECT"] });
export const counts = grant("pg_monitor", { on: counter, privileges: ["ALL"] });
export const closed = grant("public", { on: tally, privileges: [] });
export const moods = grant("pg_monitor", { on: "type mood", privileges: ["USAGE"] });
export const uses = grant("pg_monitor", { on: "schema audit", privileges: ["USAGE", "CREATE"] });
export const readsEntries = grant("pg_monitor", { on: audit, privileges: ["SELECT", "INSERT"] });
