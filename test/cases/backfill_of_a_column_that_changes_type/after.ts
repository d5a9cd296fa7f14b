import { integer, table, varchar } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), code: varchar(40).notNull(), size: varchar(10).notNull().default("none") });
