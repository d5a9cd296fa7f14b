import { check, fn, integer, procedure, sql, table, text, timestamp, trigger, view } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), title: text().notNull(), touched: timestamp() });
export const note = table("note", { id: integer().primaryKey().default(sql`doubled(21)`), level: integer() }, () => [check("note_level", sql`doubled(level) > 1`)]);
export const touch = fn("touch", { returns: "trigger", language: "plpgsql", body: sql`BEGIN
  NEW.touched := clock_timestamp();
  RETURN NEW;
END`, comment: "Keeps the time" });
export const touched = trigger("job_touch", { table: job, timing: "before", events: ["insert", { event: "update", columns: ["title"] }], when: sql`NEW.title <> ''`, execute: "touch()" });
export const doubled = fn("doubled", { parameters: [{ name: "a", type: "int" }], returns: "int", language: "sql", body: sql`SELECT a + a`, volatility: "immutable", strict: true });
export const wide = fn("wide", { parameters: [{ name: "a", type: "int" }], returns: "bigint", body: sql`SELECT a::bigint` });
export const titles = view("titles", sql`SELECT title, wide(id) AS id FROM job`);
export const late = fn("late", { returns: "SETOF titles", body: sql`SELECT * FROM titles` });
export const tidy = procedure("tidy", { language: "plpgsql", body: sql`BEGIN DELETE FROM note; END` });
export const all = trigger("note_all", { table: note, timing: "after", events: ["insert", "update", "delete"], forEach: "statement", execute: "touch()", enabled: "disabled" });
