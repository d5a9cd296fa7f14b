import { event, fn, index, integer, procedure, sequence, sql, sqlType, table, text, trigger, varchar, view } from "graven/models";

export const counter = sequence("counter", { start: 5, increment: 2, cache: 10 });
export const gone = sequence("gone");
export const named = sequence("named", { increment: 7 });
export const item = table("item", { id: integer().primaryKey(), name: varchar(40), place: sqlType("point").notNull() }, (t) => [index("item_place").on(t.place).facts({ type: "spatial" }), index("item_name").on(t.name.length(10))], { comment: "goes", facts: { options: { ROW_FORMAT: "COMPRESSED" } } });
export const heap = table("heap", { id: integer().primaryKey() }, { facts: { engine: "MEMORY", charset: "latin1" } });
export const pay = table("pay", { id: integer().primaryKey(), amount: integer(), note: text().facts({ withoutSystemVersioning: true }) }, { facts: { systemVersioned: true } });
export const plain = table("plain", { id: integer().primaryKey(), hidden: integer().facts({ invisible: true }) });
export const shown = view("shown", sql`SELECT id FROM item`);
export const noted = trigger("noted", { table: item, timing: "before", events: ["insert"], body: sql`SET NEW.name = 'x'` });
export const half = fn("half", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, body: sql`RETURN a / 2` });
export const tidy = procedure("tidy", { parameters: [{ name: "a", type: "int" }], body: sql`DELETE FROM plain WHERE id < a` });
export const clean = event("clean", { schedule: "EVERY 1 DAY STARTS '2030-01-01 00:00:00'", body: sql`DELETE FROM plain` });
