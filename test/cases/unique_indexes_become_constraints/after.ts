import { foreignKey, integer, table, unique, uniqueIndex, varchar } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), email: varchar(80), name: varchar(80), n: integer(), m: integer() }, (t) => [unique("person_email_key").on(t.email), unique("person_name").on(t.name, t.email), unique("person_n_key").on(t.n), unique("person_desc").on(t.m), uniqueIndex("person_back").on(t.m)]);
export const pet = table("pet", { id: integer().primaryKey(), person: integer() }, (t) => [foreignKey("pet_person").on(t.person).references("person", ["n"])]);
