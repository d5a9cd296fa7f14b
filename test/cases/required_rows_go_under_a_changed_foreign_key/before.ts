import { integer, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique() });
export const member = table("member", { id: integer().primaryKey(), roleId: integer("role_id").references(() => role.id) });

requiredRows(role, { key: "name" }, [{ name: "admin" }, { name: "guest" }]);
