import { check, domain, extension, fn, integer, sql, sqlType, table } from "graven/models";

// Nothing but their names tells that the domain and the function need the extension.
export const email = domain("email", sqlType("citext"), { checks: [check(sql`VALUE ~ '@'`)] });
export const anyCase = extension("citext");
export const near = fn("near", { parameters: [{ name: "a", type: "citext" }], returns: "boolean", language: "sql", body: sql`SELECT a = 'x'`, volatility: "immutable" });
export const job = table("job", { id: integer().primaryKey(), email: sqlType("email") });
