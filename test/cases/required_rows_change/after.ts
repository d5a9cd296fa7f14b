import { enumeration, integer, ref, requiredRows, table, text, varchar } from "graven/models";

export const mood = enumeration("mood", ["sad", "glad"]);
export const role = table("role", { id: integer().primaryKey().autoIncrement(), title: varchar(40).notNull().unique(), level: integer().notNull().default(0), mood: mood(), hint: text() });
export const plan = table("plan", { id: integer().primaryKey(), code: varchar(10).notNull().unique(), roleId: integer("role_id").references(() => role.id) });
export const country = table("country", { code: varchar(2).primaryKey(), name: varchar(40).notNull() });

// "guest" goes and "visitor" comes; a plan moves over to it, another takes the id of one that goes.
requiredRows(role, { key: "title" }, [{ title: "admin", level: 10, mood: "glad", hint: "may do all" }, { title: "visitor", level: 0 }, { title: "user", level: 1, mood: "sad" }]);
requiredRows(plan, { key: "code" }, [{ id: 1, code: "free", roleId: ref(role, { title: "visitor" }) }, { id: 2, code: "club", roleId: ref(role, { title: "user" }) }]);
requiredRows(country, { key: "code" }, [{ code: "at", name: "Austria" }, { code: "ch", name: "Switzerland" }]);
