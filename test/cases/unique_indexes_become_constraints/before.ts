import { foreignKey, integer, table, unique, uniqueIndex, varchar } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), email: varchar(80), name: varchar(80), n: integer(), m: integer() }, (t) => [uniqueIndex("person_email_idx").on(t.email), uniqueIndex("person_name").on(t.name, t.email), uniqueIndex("person_n_idx").on(t.n), uniqueIndex("person_desc").on(t.m.desc()), unique("person_back").on(t.m)]);
export const pet = table("pet", { id: integer().primaryKey(), person: integer() }, (t) => [foreignKey("pet_person").on(t.person).references("person", ["n"])]);
