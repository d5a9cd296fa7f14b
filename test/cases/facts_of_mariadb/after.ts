import { index, integer, sqlType, table, text, timestamp, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: varchar(80).notNull(), note: text(), hidden: integer().facts({ invisible: true }), touched: timestamp().defaultNow().facts({ onUpdate: "CURRENT_TIMESTAMP" }), small: sqlType("int(10) unsigned zerofill"), colours: sqlType("set('red','green')") }, (t) => [index("item_note").on(t.note).facts({ type: "fulltext" }), index("item_name").on(t.name.length(10)).facts({ comment: "Prefix", invisible: true })], { facts: { options: { ROW_FORMAT: "COMPRESSED" } } });
export const history = table("history", { id: integer().primaryKey(), pay: integer() });
export const part = table("part", { id: integer().primaryKey(), n: integer() }, { facts: { partitions: "RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)" } });
export const heap = table("heap", { id: integer().primaryKey() }, { facts: { engine: "MyISAM", charset: "latin1" } });
