import { integer, requiredRows, table, varchar } from "graven/models";

export const plan = table("tariff", { id: varchar(10).primaryKey(), price: integer().notNull() });
requiredRows(plan, { key: "id" }, [{ id: "p1", price: 10 }, { id: "p3", price: 25 }]);
