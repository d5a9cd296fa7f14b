import { index, integer, table, varchar } from "graven/models";

export const human = table("human", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
  bossId: integer("boss_id").references("human.id"),
}, { renamedFrom: "person" });

export const pet = table("pet", {
  id: integer().primaryKey().autoIncrement(),
  personId: integer("person_id").notNull().references(() => human.id, { onDelete: "cascade" }),
}, (t) => [index("ix_pet_person").on(t.personId)]);
