import { date, integer, primaryKey, table, unique, varchar } from "graven/models";

const during = { facts: { periods: { during: ["arrives", "leaves"] as const } } };
export const stay = table("stay", { room: integer().notNull(), guest: varchar(20), bed: integer().notNull().default(0), arrives: date().notNull(), leaves: date().notNull() }, (t) => [primaryKey().on(t.room, t.bed).withoutOverlaps("during"), unique("stay_guest").on(t.guest, t.bed).withoutOverlaps("during")], during);
export const hired = table("hired", { id: integer().notNull(), since: date().notNull(), until: date().notNull() }, (t) => [primaryKey().on(t.id).withoutOverlaps("employed")], { facts: { periods: { employed: ["since", "until"] } } });
export const trip = table("trip", { id: integer().primaryKey(), person: integer().notNull(), arrives: date().notNull(), leaves: date().notNull(), returns: date().notNull() }, (t) => [unique("trip_person").on(t.person).withoutOverlaps("during")], { facts: { periods: { during: ["leaves", "returns"] } } });
export const left = table("gone", { id: integer().primaryKey(), person: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() });
export const plain = table("plain", { id: integer().primaryKey(), person: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() }, (t) => [unique("plain_person").on(t.person).withoutOverlaps("during")], during);
export const renamed = table("renamed", { id: integer().primaryKey(), guest: integer().notNull(), begins: date().notNull(), leaves: date().notNull() }, (t) => [unique("renamed_person").on(t.guest).withoutOverlaps("during")], { facts: { periods: { during: ["begins", "leaves"] } } });
export const made = table("made", { room: integer().notNull(), arrives: date().notNull(), leaves: date().notNull() }, (t) => [unique("made_room").on(t.room).withoutOverlaps("during")], during);
