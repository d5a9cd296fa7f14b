import { event, fn, index, integer, procedure, sql, sqlType, table, text, timestamp, trigger, unique, varchar, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey().autoIncrement(), name: varchar(80).notNull(), note: text(), touched: timestamp(3).default(sql`current_timestamp(3)`).facts({ onUpdate: "current_timestamp(3)" }), place: sqlType("point").notNull(), small: sqlType("int unsigned"), colours: sqlType("set('red','green')"), hidden: integer().facts({ invisible: true }) }, (t) => [
  unique("item_once").on(t.name),
  index("item_note").on(t.note).facts({ type: "fulltext" }),
  index("item_place").on(t.place).facts({ type: "spatial", comment: "Where" }),
  index("item_small").on(t.small).facts({ invisible: true }),
  index("item_hidden").on(t.hidden),
]);
export const ranged = table("ranged", { id: integer().primaryKey(), n: integer() }, { facts: { partitions: "RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)" } });
export const listed = table("listed", { id: integer().primaryKey(), n: integer() }, { facts: { partitions: "LIST (id) (PARTITION few VALUES IN (1,2), PARTITION more VALUES IN (3))" } });
export const hashed = table("hashed", { id: integer().primaryKey() }, { facts: { partitions: "HASH (id) PARTITIONS 2" } });
export const leaves = table("leaves", { id: integer().primaryKey() }, { facts: { partitions: "KEY (id) PARTITIONS 2" } });
export const half = fn("half", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, comment: "Of two", body: sql`RETURN a / 2` });
export const gone = fn("gone", { returns: "int", deterministic: true, body: sql`RETURN 1` });
export const tidy = procedure("tidy", { parameters: [{ name: "a", type: "int" }], comment: "Cleans", body: sql`DELETE FROM ranged WHERE id < a` });
export const clean = event("clean", { schedule: "EVERY 1 DAY STARTS '2030-01-01 00:00:00'", comment: "By night", body: sql`DELETE FROM ranged` });
export const tables = table("tables", { id: integer().primaryKey(), name: varchar(40), place: sqlType("point").notNull(), words: text() }, (t) => [index("tables_name").on(t.name.length(10)), index("tables_words").on(t.words).facts({ type: "fulltext" }), index("tables_place").on(t.place).facts({ type: "spatial" })], { comment: "goes", facts: { options: { ROW_FORMAT: "COMPRESSED" } } });
export const heap = table("heap", { id: integer().primaryKey() }, { facts: { engine: "MEMORY", charset: "latin1" } });
export const shown = view("shown", sql`SELECT id FROM tables`);
export const noted = trigger("noted", { table: tables, timing: "before", events: ["insert"], body: sql`SET NEW.name = 'x'` });
export const third = fn("third", { parameters: [{ name: "a", type: "int" }], returns: "int", deterministic: true, body: sql`RETURN a / 3` });
export const sweep = procedure("sweep", { parameters: [{ name: "a", type: "int" }], body: sql`DELETE FROM tables WHERE id < a` });
export const nightly = event("nightly", { schedule: "EVERY 1 DAY STARTS '2030-01-01 00:00:00'", body: sql`DELETE FROM tables` });
