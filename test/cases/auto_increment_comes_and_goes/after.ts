import { integer, table, text } from "graven/models";

export const a = table("a", { id: integer().primaryKey().autoIncrement(), note: text() });
export const b = table("b", { id: integer().primaryKey(), note: text() });
