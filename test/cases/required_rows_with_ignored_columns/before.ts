import { integer, ref, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), level: integer().notNull().default(0), note: varchar(40), parentId: integer("parent_id").references((): never => role.id as never) });
export const plan = table("plan", { code: varchar(10).primaryKey(), name: varchar(40), price: integer() });

requiredRows(role, { key: "name", ignore: ["level", "note"] }, [{ name: "admin", level: 9 }, { name: "guest", parentId: ref(role, { name: "admin" }) }, { name: "user", note: "plain" }]);
requiredRows(plan, { key: "code", ignore: ["price"], onConflict: "update", drift: "overwrite" }, [{ code: "free", name: "Free" }]);
