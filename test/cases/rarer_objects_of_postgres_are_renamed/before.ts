import { aggregate, collation, enumeration, eventTrigger, exclusion, fn, integer, policy, procedure, rangeType, rule, sql, sqlType, statistics, table, text, textSearch, trigger } from "graven/models";

export const mood = enumeration("mood", ["sad", "happy"]);
export const span = rangeType("span", { subtype: "time" });
export const german = collation("german", { options: { provider: "icu", locale: "'de'" } });
export const job = table("job", { id: integer().primaryKey(), city: text(), zip: text(), mood: mood(), during: sqlType("int4range"), open: sqlType("span") }, (t) => [exclusion("no_overlap", { method: "gist" }).on([t.during, "&&"])], { facts: { rowSecurity: "enabled" } });
export const sweep = procedure("sweep", { language: "sql", body: sql`DELETE FROM job WHERE id < 0` });
export const touch = fn("touch", { returns: "trigger", language: "plpgsql", body: sql`BEGIN RETURN NEW; END` });
export const touched = trigger("touched", { table: job, timing: "before", events: ["update"], execute: "touch()" });
export const joined = aggregate("joined", { parameters: [{ type: "text" }], options: { sfunc: "textcat", stype: "text" } });
export const quiet = rule("quiet", { table: job, event: "delete", instead: true, where: sql`old.id = 7`, action: sql`NOTHING` });
export const own = policy("own", { table: job, using: sql`city = current_user` });
export const guard = fn("guard", { returns: "event_trigger", language: "plpgsql", body: sql`BEGIN END` });
export const guarding = eventTrigger("guarding", { event: "ddl_command_end", tags: ["CREATE COLLATION"], execute: "guard()" });
export const stats = statistics("job_stats", { table: job, on: ["city", "zip"] });
export const words = textSearch("configuration", "words", { options: { parser: "default" }, mappings: { asciiword: ["simple"] } });
export const short = textSearch("dictionary", "short", { options: { template: "pg_catalog.simple", stopwords: "'english'" } });
export const plain = textSearch("template", "plain", { options: { lexize: "dsimple_lexize", init: "dsimple_init" } });
export const reader = textSearch("parser", "reader", { options: { start: "prsd_start", gettoken: "prsd_nexttoken", end: "prsd_end", lextypes: "prsd_lextype" } });
