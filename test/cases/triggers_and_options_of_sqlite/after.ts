import { boolean, check, integer, primaryKey, sql, table, text, trigger, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: text().notNull(), open: boolean() }, () => [check("item_name", sql`length(name) < 50`)], { facts: { strict: true } });
export const log = table("log", { id: integer().primaryKey(), note: text() }, { facts: { strict: true } });
export const pair = table("pair", { a: integer().notNull(), b: integer().notNull() }, (t) => [primaryKey().on(t.a, t.b)]);
export const noted = trigger("item_noted", { table: item, timing: "after", events: ["insert"], body: sql`INSERT INTO log (note) VALUES (NEW.name); DELETE FROM log WHERE note = '';` });
export const kept = trigger("item_kept", { table: item, timing: "before", events: [{ event: "update", columns: ["name"] }], when: sql`NEW.name = ''`, body: sql`SELECT RAISE(ABORT, 'no name')` });
export const old = view("old_item", sql`SELECT id, name FROM item`);
export const every = view("every_item", sql`SELECT * FROM item`, { columns: ["id", "name", "open"] });
export const instead = trigger("old_item_insert", { table: old, timing: "instead of", events: ["insert"], body: sql`INSERT INTO item (id, name) VALUES (NEW.id, NEW.name)` });
