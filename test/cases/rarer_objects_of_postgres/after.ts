import { aggregate, cast, collation, enumeration, eventTrigger, fn, integer, operator, rule, sql, statistics, table, text, textSearch } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), city: text(), zip: text() });
export const joined = aggregate("joined", { parameters: [{ type: "text" }], options: { sfunc: "textcat", stype: "text", initcond: "'-'" }, comment: "All of them" });
export const gone = operator("=~~=", { left: "text", right: "text", function: "texteq" });
export const alike = operator("=~~~=", { schema: "shop", left: "text", right: "text", function: "texteq", options: { commutator: "OPERATOR(shop.=~~~=)" } });
export const pathless = fn("pathless", { returns: "integer", body: sql`SELECT 1`, settings: { search_path: "''" } });
export const quiet = rule("quiet", { table: job, event: "delete", instead: true, where: sql`old.id < 5`, action: sql`NOTHING`, enabled: "disabled" });
export const stats = statistics("job_stats", { table: job, on: ["city", "zip"], kinds: ["ndistinct"], target: 50 });
export const german = collation("german", { options: { provider: "icu", locale: "'de-AT'" } });
export const words = textSearch("configuration", "words", { options: { parser: "default" }, mappings: { asciiword: ["english_stem"], word: ["simple"] } });
export const simple = textSearch("dictionary", "short", { options: { template: "pg_catalog.simple", stopwords: "'english'" } });
export const mood = enumeration("mood", ["sad", "happy"]);
export const moodOf = fn("mood_of", { parameters: [{ type: "integer" }], returns: "mood", body: sql`SELECT 'sad'::mood` });
export const toMood = cast("integer", "mood", { function: "mood_of(integer)", context: "assignment" });
export const guard = fn("guard", { returns: "event_trigger", language: "plpgsql", body: sql`BEGIN END` });
export const guarding = eventTrigger("guarding", { event: "ddl_command_end", tags: ["CREATE TABLE"], execute: "guard()" });
