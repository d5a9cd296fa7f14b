import { foreignKey, integer, ref, requiredRows, table, varchar } from "graven/models";

export const team = table("team", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique(), leadId: integer("lead_id") }, (t) => [foreignKey("team_lead_id_fkey").on(t.leadId).references("person", ["id"])]);
export const person = table("person", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique(), teamId: integer("team_id").notNull().references(() => team.id), bossId: integer("boss_id").references("person.id") });

requiredRows(team, { key: "name" }, [{ name: "old", leadId: ref(person, { name: "ann" }) }]);
requiredRows(person, { key: "name" }, [{ name: "ann", teamId: ref(team, { name: "old" }), bossId: ref(person, { name: "bob" }) }, { name: "bob", teamId: ref(team, { name: "old" }), bossId: ref(person, { name: "ann" }) }]);
