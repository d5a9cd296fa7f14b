import { integer, table, varchar } from "graven/models";

export const select = table("Select", { id: integer("I.d").primaryKey(), order: varchar("order by", 20) });
