import { integer, table, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), size: integer(), word: varchar(10) });
