import { integer, table, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), size: varchar(10).collate("C"), word: varchar(10).collate("C") });
