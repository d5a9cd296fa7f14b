import { integer, ref, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique(), level: integer() });
export const member = table("member", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique(), roleId: integer("role_id").notNull().references(() => role.id) });

requiredRows(role, { key: "name" }, [{ name: "visitor", level: 1 }, { name: "admin", level: 9 }]);
requiredRows(member, { key: "name" }, [{ name: "system", roleId: ref(role, { name: "admin" }) }]);
