import { integer, sql, table, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), word: varchar(20), loud: varchar(20).generated(sql`upper(word)`) });
