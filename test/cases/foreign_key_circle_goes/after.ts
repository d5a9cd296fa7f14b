import { integer, table } from "graven/models";

export const other = table("other", { id: integer().primaryKey().autoIncrement() });
