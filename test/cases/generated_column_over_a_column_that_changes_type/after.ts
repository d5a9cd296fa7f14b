import { index, integer, sql, table, varchar } from "graven/models";

export const item = table("item", { id: varchar(40).primaryKey(), word: integer(), twice: integer().generated(sql`word * 2`), short: varchar(40).generated(sql`lower(id)`) }, (t) => [index("ix_short").on(t.short)]);

export const other = table("other", { id: integer().primaryKey() });
