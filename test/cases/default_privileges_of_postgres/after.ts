import { grant, integer, table } from "graven/models";

export const log = table("log", { id: integer().primaryKey() }, { schema: "audit" });
export const tables = grant("pg_monitor", { on: "default tables in audit", privileges: ["SELECT", "DELETE"], grantable: ["SELECT"] });
export const types = grant("pg_monitor", { on: "default types in audit", privileges: ["USAGE"] });
export const schemas = grant("pg_monitor", { on: "default schemas", privileges: ["USAGE"] });
