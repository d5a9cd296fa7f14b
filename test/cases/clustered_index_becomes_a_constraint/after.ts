import { integer, table, unique, varchar } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), email: varchar(80).notNull() }, (t) => [unique("person_email_key").on(t.email)], { facts: { clusteredOn: "person_email_key", replicaIdentity: { index: "person_email_key" } } });
