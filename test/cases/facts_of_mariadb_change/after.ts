import { event, fn, index, integer, procedure, sql, sqlType, table, text, timestamp, trigger, unique, varchar, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull(), note: text(), more: text(), touched: timestamp(6).default(sql`current_timestamp(6)`).facts({ onUpdate: "current_timestamp(6)" }), place: sqlType("point").notNull(), small: sqlType("bigint unsigned"), colours: sqlType("set('red','green','blue')"), hidden: integer() }, (t) => [
  unique("item_once").on(t.name, t.small),
  index("item_note").on(t.note, t.more).facts({ type: "fulltext" }),
  index("item_place").on(t.place).facts({ type: "spatial", comment: "Where it is" }),
  index("item_small").on(t.small),
  index("item_hidden").on(t.hidden).facts({ invisible: true }),
]);
export const ranged = table("ranged", { id: integer().primaryKey(), n: integer() }, { facts: { partitions: "RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20), PARTITION p2 VALUES LESS THAN MAXVALUE)" } });
export const listed = table("listed", { id: integer().primaryKey(), n: integer() }, { facts: { partitions: "LIST (id) (PARTITION one VALUES IN (1), PARTITION two VALUES IN (2), PARTITION more VALUES IN (3))" } });
export const hashed = table("hashed", { id: integer().primaryKey() }, { facts: { partitions: "HASH (id) PARTITIONS 5" } });
export const leaves = table("leaves", { id: integer().primaryKey() });
export const half = fn("half", { parameters: [{ name: "a", type: "int" }], returns: "bigint", deterministic: true, comment: "One of two", body: sql`RETURN a DIV 2` });
export const tidy = procedure("tidy", { parameters: [{ name: "a", type: "int" }], comment: "Sweeps", body: sql`DELETE FROM ranged WHERE id < a + 1` });
export const clean = event("clean", { schedule: "EVERY 2 DAY STARTS '2030-01-01 00:00:00'", comment: "By day", preserve: true, body: sql`DELETE FROM ranged WHERE id < 0` });
export const tables = table("tables", { id: integer().primaryKey(), name: varchar(40), place: sqlType("point").notNull(), words: text() }, (t) => [index("tables_name").on(t.name.length(20))], { facts: { options: { ROW_FORMAT: "COMPACT" } } });
export const heap = table("heap", { id: integer().primaryKey() }, { facts: { engine: "MyISAM", charset: "ascii" } });
export const shown = view("visible", sql`SELECT id FROM tables`, { renamedFrom: "shown" });
export const noted = trigger("tables_noted", { table: tables, timing: "before", events: ["insert"], body: sql`SET NEW.name = 'x'`, renamedFrom: "noted" });
export const third = fn("thirds", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, body: sql`RETURN a / 3`, renamedFrom: "third" });
export const sweep = procedure("swept", { parameters: [{ name: "a", type: "int" }], body: sql`DELETE FROM tables WHERE id < a`, renamedFrom: "sweep" });
