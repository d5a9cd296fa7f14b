import { integer, ref, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), level: integer().notNull().default(0), note: varchar(40), parentId: integer("parent_id").references((): never => role.id as never) });
export const plan = table("plan", { code: varchar(10).primaryKey(), name: varchar(40), price: integer() });

// No operation has all of the columns that are ignored: an update has what changes, an insert what its rows say.
requiredRows(role, { key: "name", ignore: ["level", "note"] }, [{ name: "admin", level: 9 }, { name: "visitor" }, { name: "user", note: "plain", parentId: ref(role, { name: "admin" }) }]);
requiredRows(plan, { key: "code", ignore: ["price"], onConflict: "update", drift: "overwrite" }, [{ code: "free", name: "No charge" }, { code: "pro", name: "Pro" }]);
