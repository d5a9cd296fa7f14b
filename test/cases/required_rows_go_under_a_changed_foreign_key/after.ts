import { integer, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique() });
// The rows of users that point at a role are let go of by the key as it is now, not by none at all.
export const member = table("member", { id: integer().primaryKey(), roleId: integer("role_id").references(() => role.id, { onDelete: "set null" }) });

requiredRows(role, { key: "name" }, [{ name: "admin" }]);
