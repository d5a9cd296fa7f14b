import { index, integer, sql, table, text, uniqueIndex } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), name: text().notNull().facts({ statistics: 500, options: { n_distinct: "100" } }) }, (t) => [uniqueIndex("job_name").on(t.name), index("job_lower").on(sql`lower(name)`).facts({ options: { fillfactor: "50" }, statistics: { 1: 400 }, comment: "Fast" })], { facts: { replicaIdentity: { index: "job_name" }, clusteredOn: "job_name" } });
export const log = table("log", { id: integer().primaryKey(), text: text() }, { facts: { options: { autovacuum_enabled: "false" }, replicaIdentity: "full" } });
export const born = table("born", { id: integer().primaryKey() }, { facts: { unlogged: true, replicaIdentity: "nothing", rowSecurity: "forced" } });
