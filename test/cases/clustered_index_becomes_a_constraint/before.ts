import { integer, table, uniqueIndex, varchar } from "graven/models";

export const person = table("person", { id: integer().primaryKey(), email: varchar(80).notNull() }, (t) => [uniqueIndex("person_email_idx").on(t.email)], { facts: { clusteredOn: "person_email_idx", replicaIdentity: { index: "person_email_idx" } } });
