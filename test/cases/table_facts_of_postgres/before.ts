import { integer, table, text, uniqueIndex } from "graven/models";

export const job = table("job", { id: integer().primaryKey(), name: text().notNull() }, (t) => [uniqueIndex("job_name").on(t.name)]);
export const log = table("log", { id: integer().primaryKey(), text: text().facts({ storage: "external", statistics: 100 }) }, { facts: { unlogged: true, options: { fillfactor: "70" }, clusteredOn: "log_pkey" } });
