import { integer, policy, sql, table, text } from "graven/models";

export const doc = table("doc", { id: integer().primaryKey(), owner: text(), size: integer() }, { facts: { rowSecurity: "enabled" } });
export const own = policy("own", { table: doc, using: sql`owner = current_user` });
export const small = policy("small", { table: doc, command: "select", restrictive: true, using: sql`size < 10` });
export const gone = policy("gone", { table: doc, command: "delete", using: sql`true` });
export const open = table("open", { id: integer().primaryKey() });
