import { integer, table, varchar } from "graven/models";

export const price = table("price", { item: integer().primaryKey(), region: varchar(10).notNull().default("all"), amount: integer() });

export const rebate = table("rebate", { item: integer().notNull(), region: varchar(10), percent: integer() });
