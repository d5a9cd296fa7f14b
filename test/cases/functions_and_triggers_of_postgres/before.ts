import { fn, integer, sql, table, text, timestamp, trigger } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), title: text().notNull(), touched: timestamp() });
export const touch = fn("touch", { returns: "trigger", language: "plpgsql", body: sql`BEGIN NEW.touched := now(); RETURN NEW; END` });
export const touched = trigger("job_touch", { table: job, timing: "before", events: ["update"], execute: "touch()" });
export const gone = trigger("job_gone", { table: job, timing: "after", events: ["delete"], execute: "touch()" });
export const doubled = fn("doubled", { parameters: [{ name: "a", type: "int" }], returns: "int", language: "sql", body: sql`SELECT a * 2`, volatility: "immutable" });
export const wide = fn("wide", { parameters: [{ name: "a", type: "int" }], returns: "int", body: sql`SELECT a` });
