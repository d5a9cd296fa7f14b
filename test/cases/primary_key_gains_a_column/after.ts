import { foreignKey, integer, primaryKey, table, varchar } from "graven/models";

export const price = table("price", { item: integer().notNull(), region: varchar(10).notNull().default("all"), amount: integer() }, (t) => [primaryKey().on(t.item, t.region)]);

export const rebate = table("rebate", { item: integer().notNull(), region: varchar(10).notNull(), percent: integer() }, (t) => [primaryKey().on(t.region, t.item), foreignKey().on(t.item, t.region).references(() => [price.item, price.region])]);
