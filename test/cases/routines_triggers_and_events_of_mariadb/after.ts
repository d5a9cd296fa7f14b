import { event, fn, integer, sql, table, trigger, varchar, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: varchar(40).notNull(), size: integer() });
export const log = table("log", { id: integer().primaryKey().autoIncrement(), note: varchar(80) });
export const noted = trigger("item_noted", { table: item, timing: "after", events: ["insert"], body: sql`BEGIN INSERT INTO log (note) VALUES (concat(NEW.name, '!')); END` });
export const doubled = fn("doubled", { parameters: [{ name: "a", type: "int" }], returns: "bigint", deterministic: true, body: sql`RETURN a + a`, comment: "Twice" });
export const sized = view("sized", sql`SELECT id, doubled(size) AS twice FROM item`, { algorithm: "merge", sqlSecurity: "invoker" });
export const clean = event("clean", { schedule: "EVERY 2 HOUR STARTS '2030-01-01 00:00:00'", body: sql`DELETE FROM log WHERE id < 5`, preserve: true, status: "disabled", comment: "Tidies" });
