import { enumeration, integer, ref, requiredRows, table, varchar } from "graven/models";

export const mood = enumeration("mood", ["sad", "ok", "glad"]);
export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), level: integer().notNull().default(0), note: varchar(40), mood: mood() });
export const plan = table("plan", { id: integer().primaryKey(), code: varchar(10).notNull().unique(), roleId: integer("role_id").references(() => role.id) });
export const old = table("old", { id: integer().primaryKey(), name: varchar(10) });

requiredRows(role, { key: "name" }, [{ name: "admin", level: 9, note: "all", mood: "ok" }, { name: "guest", note: "none" }, { name: "user", level: 1, mood: "sad" }]);
requiredRows(plan, { key: "code" }, [{ id: 1, code: "free", roleId: ref(role, { name: "guest" }) }, { id: 2, code: "team", roleId: ref(role, { name: "user" }) }]);
requiredRows(old, { key: "id" }, [{ id: 1, name: "x" }]);
