import { integer, table, varchar } from "graven/models";

export const box = table("box", { id: integer().primaryKey(), height: integer(), label: varchar(20) });
