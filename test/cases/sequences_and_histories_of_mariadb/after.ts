import { fn, index, integer, procedure, sequence, sql, sqlType, table, text, trigger, varchar, view } from "graven/models";

export const counter = sequence("counter", { start: 5, increment: 3, maxValue: 5000, cycle: true });
export const named = sequence("steps", { increment: 7, renamedFrom: "named" });
export const item = table("item", { id: integer().primaryKey(), name: varchar(40), place: sqlType("point").notNull() }, (t) => [index("item_name").on(t.name.length(20))], { facts: { options: { ROW_FORMAT: "COMPACT" } } });
export const heap = table("heap", { id: integer().primaryKey() }, { facts: { engine: "MyISAM", charset: "ascii" } });
export const pay = table("pay", { id: integer().primaryKey(), amount: integer(), note: text() });
export const plain = table("plain", { id: integer().primaryKey(), hidden: integer() }, { facts: { systemVersioned: true } });
export const shown = view("visible", sql`SELECT id FROM item`, { renamedFrom: "shown" });
export const noted = trigger("item_noted", { table: item, timing: "before", events: ["insert"], body: sql`SET NEW.name = 'x'`, renamedFrom: "noted" });
export const half = fn("halved", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, body: sql`RETURN a / 2`, renamedFrom: "half" });
export const tidy = procedure("swept", { parameters: [{ name: "a", type: "int" }], body: sql`DELETE FROM plain WHERE id < a`, renamedFrom: "tidy" });
