import { integer, requiredRows, table, varchar } from "graven/models";

export const plan = table("plan", { code: varchar(10).primaryKey(), price: integer().notNull() });
requiredRows(plan, { key: "code" }, [{ code: "p1", price: 10 }, { code: "p2", price: 20 }]);
