import { index, integer, sql, table, uuid, varchar } from "graven/models";

export const item = table("item", { id: uuid().primaryKey(), word: varchar(20), loud: varchar(20).generated(sql`upper(word)`), louder: varchar(20).generated(sql`upper(word)`) }, (t) => [index("ix_louder").on(t.louder)]);

export const other = table("other", { id: integer().primaryKey() });
