import { integer, requiredRows, table, varchar } from "graven/models";

export const tier = table("tier", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique(), rank: integer().notNull(), parent: varchar(20) });
export const currency = table("currency", { code: varchar(3).primaryKey(), digits: integer().notNull() });

requiredRows(tier, { key: "name" }, [{ name: "free", rank: 1, parent: "none" }, { name: "team", rank: 1, parent: "free" }, { name: "club", rank: -1 }]);
requiredRows(currency, { key: "code" }, [{ code: "eur", digits: 2 }]);
