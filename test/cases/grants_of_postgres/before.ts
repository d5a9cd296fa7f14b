import { enumeration, fn, grant, integer, materializedView, procedure, sequence, sql, table, text, view } from "graven/models";

export const mood = enumeration("mood", ["good", "bad"]);
export const doc = table("doc", { id: integer().primaryKey(), title: text(), body: text(), note: text(), mood: mood() });
export const gone = table("gone", { id: integer().primaryKey() });
export const counter = sequence("counter");
export const titles = view("titles", sql`SELECT id, title FROM doc`);
export const total = materializedView("total", sql`SELECT count(*) AS n FROM doc`);
export const tally = fn("tally", { parameters: [{ type: "int" }], returns: "integer", language: "sql", body: sql`SELECT $1 + 1` });
export const sweep = procedure("sweep", { language: "sql", body: sql`DELETE FROM gone` });
export const audit = table("entry", { id: integer().primaryKey() }, { schema: "audit" });

export const reads = grant("pg_monitor", { on: doc, privileges: ["SELECT", "UPDATE (title, note)"] });
export const all = grant("pg_read_all_data", { on: doc, privileges: ["ALL"], grantable: ["DELETE"] });
export const readsGone = grant("pg_monitor", { on: gone, privileges: ["SELECT"] });
export const readsTitles = grant("pg_monitor", { on: titles, privileges: ["SELECT"] });
export const readsTotal = grant("PUBLIC", { on: total, privileges: ["SELECT"] });
export const counts = grant("pg_monitor", { on: counter, privileges: ["USAGE"] });
export const closed = grant("public", { on: tally, privileges: [] });
export const calls = grant("pg_monitor", { on: tally, privileges: ["EXECUTE"] });
export const closedSweep = grant("public", { on: sweep, privileges: [] });
export const moods = grant("pg_monitor", { on: "TYPE mood", privileges: ["USAGE"] });
export const uses = grant("pg_monitor", { on: "schema audit", privileges: ["USAGE"] });
export const readsEntries = grant("pg_monitor", { on: audit, privileges: ["INSERT", "SELECT"] });
