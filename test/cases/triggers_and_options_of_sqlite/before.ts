import { integer, primaryKey, sql, table, text, trigger, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: text().notNull(), gone: text() }, { facts: { strict: true } });
export const log = table("log", { id: integer().primaryKey(), note: text() });
export const pair = table("pair", { a: integer().notNull(), b: integer().notNull() }, (t) => [primaryKey().on(t.a, t.b)], { facts: { withoutRowid: true } });
export const noted = trigger("item_noted", { table: item, timing: "after", events: ["insert"], body: sql`INSERT INTO log (note) VALUES (NEW.name);` });
export const kept = trigger("item_kept", { table: item, timing: "before", events: [{ event: "update", columns: ["name"] }], when: sql`NEW.name = ''`, body: sql`SELECT RAISE(ABORT, 'no name')` });
export const old = view("old_item", sql`SELECT id, gone FROM item`);
export const every = view("every_item", sql`SELECT * FROM item`, { columns: ["id", "name", "gone"] });
