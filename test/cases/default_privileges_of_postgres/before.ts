import { grant, integer, table } from "graven/models";

export const log = table("log", { id: integer().primaryKey() }, { schema: "audit" });
export const tables = grant("pg_monitor", { on: "default tables in audit", privileges: ["SELECT", "INSERT"] });
export const sequences = grant("pg_monitor", { on: "default sequences", privileges: ["USAGE"] });
export const functions = grant("public", { on: "default functions", privileges: [] });
export const owned = grant("pg_read_all_data", { on: "default tables by pg_monitor", privileges: ["SELECT"] });
