import { check, foreignKey, integer, requiredRows, sql, table, unique, varchar } from "graven/models";

// None of the rows as they were would do: ranks that are equal, one below zero, a parent that is not there.
export const tier = table("tier", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique(), rank: integer().notNull(), parent: varchar(20), code: varchar(3) }, (t) => [
  unique("tier_rank_key").on(t.rank),
  check("tier_rank_positive", sql`${t.rank} > 0`),
  foreignKey("tier_parent_fkey").on(t.parent).references("tier", ["name"]),
  foreignKey("tier_code_fkey").on(t.code).references("currency", ["code"]),
]);
export const currency = table("currency", { code: varchar(3).primaryKey(), digits: integer().notNull() });

requiredRows(tier, { key: "name" }, [{ name: "free", rank: 1, parent: "base" }, { name: "team", rank: 2, parent: "free" }, { name: "base", rank: 9, code: "chf" }]);
requiredRows(currency, { key: "code" }, [{ code: "eur", digits: 2 }, { code: "chf", digits: 2 }]);
