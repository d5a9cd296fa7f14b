import { index, integer, table, text, timestamp, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: varchar(80).notNull(), note: text(), hidden: integer(), touched: timestamp() }, (t) => [index("item_note").on(t.note).facts({ type: "fulltext" })]);
export const history = table("history", { id: integer().primaryKey(), pay: integer() });
export const part = table("part", { id: integer().primaryKey(), n: integer() }, { facts: { partitions: "HASH (id) PARTITIONS 4" } });
