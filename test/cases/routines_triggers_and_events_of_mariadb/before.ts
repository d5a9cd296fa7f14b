import { event, fn, integer, procedure, sql, table, trigger, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: varchar(40).notNull(), size: integer() });
export const log = table("log", { id: integer().primaryKey().autoIncrement(), note: varchar(80) });
export const noted = trigger("item_noted", { table: item, timing: "after", events: ["insert"], body: sql`INSERT INTO log (note) VALUES (NEW.name)` });
export const gone = trigger("item_gone", { table: item, timing: "before", events: ["delete"], body: sql`INSERT INTO log (note) VALUES (OLD.name)` });
export const doubled = fn("doubled", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, body: sql`RETURN a * 2` });
export const tidy = procedure("tidy", { parameters: [{ name: "upto", type: "int" }, { name: "n", mode: "out", type: "int" }], dataAccess: "modifies sql data", body: sql`BEGIN DELETE FROM log WHERE id < upto; SET n = ROW_COUNT(); END` });
export const clean = event("clean", { schedule: "EVERY 1 DAY STARTS '2030-01-01 00:00:00'", body: sql`DELETE FROM log` });
