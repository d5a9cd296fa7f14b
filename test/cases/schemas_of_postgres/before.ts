import { integer, table, text } from "graven/models";

export const user = table("user", { id: integer().primaryKey(), name: text() });
