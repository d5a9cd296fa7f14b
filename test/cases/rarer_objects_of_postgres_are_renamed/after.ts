import { aggregate, collation, enumeration, eventTrigger, exclusion, fn, integer, policy, procedure, rangeType, rule, sql, sqlType, statistics, table, text, textSearch, trigger } from "graven/models";

export const mood = enumeration("humour", ["sad", "happy"], { renamedFrom: "mood" });
export const span = rangeType("hours", { subtype: "time", renamedFrom: "span" });
export const german = collation("austrian", { renamedFrom: "german", options: { provider: "icu", locale: "'de'" } });
export const job = table("job", { id: integer().primaryKey(), city: text(), zip: text(), mood: mood(), during: sqlType("int4range"), open: sqlType("hours") }, (t) => [exclusion("one_at_a_time", { method: "gist" }).on([t.during, "&&"]).renamedFrom("no_overlap")], { facts: { rowSecurity: "enabled" } });
export const sweep = procedure("tidy", { renamedFrom: "sweep", language: "sql", body: sql`DELETE FROM job WHERE id < 0` });
export const touch = fn("touch", { returns: "trigger", language: "plpgsql", body: sql`BEGIN RETURN NEW; END` });
export const touched = trigger("job_touched", { renamedFrom: "touched", table: job, timing: "before", events: ["update"], execute: "touch()" });
export const joined = aggregate("all_joined", { renamedFrom: "joined", parameters: [{ type: "text" }], options: { sfunc: "textcat", stype: "text" } });
export const quiet = rule("job_quiet", { renamedFrom: "quiet", table: job, event: "delete", instead: true, where: sql`old.id = 7`, action: sql`NOTHING` });
export const own = policy("job_own", { renamedFrom: "own", table: job, using: sql`city = current_user` });
export const guard = fn("guard", { returns: "event_trigger", language: "plpgsql", body: sql`BEGIN END` });
export const guarding = eventTrigger("watching", { renamedFrom: "guarding", event: "ddl_command_end", tags: ["CREATE COLLATION"], execute: "guard()" });
export const stats = statistics("city_stats", { renamedFrom: "job_stats", table: job, on: ["city", "zip"] });
export const words = textSearch("configuration", "all_words", { renamedFrom: "words", options: { parser: "default" }, mappings: { asciiword: ["simple"] } });
export const short = textSearch("dictionary", "shorter", { renamedFrom: "short", options: { template: "pg_catalog.simple", stopwords: "'english'" } });
export const plain = textSearch("template", "plainer", { renamedFrom: "plain", options: { lexize: "dsimple_lexize", init: "dsimple_init" } });
export const reader = textSearch("parser", "scanner", { renamedFrom: "reader", options: { start: "prsd_start", gettoken: "prsd_nexttoken", end: "prsd_end", lextypes: "prsd_lextype" } });
