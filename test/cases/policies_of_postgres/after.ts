import { bigint, integer, policy, sql, table, text } from "graven/models";

export const doc = table("doc", { id: integer().primaryKey(), owner: text(), size: bigint() }, { facts: { rowSecurity: "forced" } });
export const own = policy("own", { table: doc, using: sql`owner = current_user OR owner IS NULL`, check: sql`owner = current_user`, comment: "Each their own" });
export const small = policy("small", { table: doc, command: "select", restrictive: true, using: sql`size < 10` });
export const open = table("open", { id: integer().primaryKey() }, { facts: { rowSecurity: "enabled" } });
export const all = policy("all_of_it", { table: open });
