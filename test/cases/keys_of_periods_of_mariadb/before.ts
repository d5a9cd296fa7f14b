import { date, integer, primaryKey, table, unique, varchar } from "graven/models";

const during = (name = "during") => ({ facts: { periods: { [name]: ["arrives", "leaves"] as const } } });
export const stay = table("stay", { room: integer().notNull(), guest: varchar(20), arrives: date().notNull(), leaves: date().notNull() }, (t) => [primaryKey().on(t.room).withoutOverlaps("during"), unique("stay_guest").on(t.guest).withoutOverlaps("during")], during());
export const hired = table("hired", { id: integer().primaryKey(), since: date().notNull(), until: date().notNull() });
export const trip = table("trip", { id: integer().primaryKey(), person: integer().notNull(), arrives: date().notNull(), leaves: date().notNull(), returns: date().notNull() }, (t) => [unique("trip_person").on(t.person).withoutOverlaps("during")], during());
export const left = table("gone", { id: integer().primaryKey(), person: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() }, (t) => [unique("gone_person").on(t.person).withoutOverlaps("the `stay`")], during("the `stay`"));
export const plain = table("plain", { id: integer().primaryKey(), person: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() }, (t) => [unique("plain_person").on(t.person)], during());
export const renamed = table("renamed", { id: integer().primaryKey(), guest: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() }, (t) => [unique("renamed_guest").on(t.guest).withoutOverlaps("during")], during());
export const dropped = table("dropped", { room: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() }, (t) => [primaryKey().on(t.room).withoutOverlaps("during")], during());
