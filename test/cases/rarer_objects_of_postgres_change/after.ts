import { cast, enumeration, eventTrigger, fn, integer, operator, rangeType, sql, sqlType, table, text, textSearch, unique } from "graven/models";

export const mood = enumeration("mood", ["sad", "happy"]);
export const span = rangeType("span", { subtype: "time", multirange: "spans" });
export const job = table("job", { id: integer().primaryKey(), city: text().collate("POSIX"), zip: text().facts({ storage: "main" }), pay: integer().facts({ statistics: 20 }), open: sqlType("span") }, (t) => [unique("job_city").on(t.city).deferrable("initially deferred")], { facts: { replicaIdentity: "nothing", clusteredOn: "job_city" } });
export const same = operator("=~=", { left: "text", right: "text", function: "texteq", options: { hashes: "true" }, comment: "The same" });
export const moodOf = fn("mood_of", { parameters: [{ type: "integer" }], returns: "mood", body: sql`SELECT 'sad'::mood` });
export const toMood = cast("integer", "mood", { function: "mood_of(integer)", context: "assignment", comment: "By its number" });
export const guard = fn("guard", { returns: "event_trigger", language: "plpgsql", body: sql`BEGIN END` });
export const guarding = eventTrigger("guarding", { event: "ddl_command_end", tags: ["CREATE COLLATION", "CREATE DOMAIN"], execute: "guard()", enabled: "disabled", comment: "Watches" });
export const short = textSearch("dictionary", "short", { options: { template: "pg_catalog.simple", accept: "'false'" }, comment: "Few" });
