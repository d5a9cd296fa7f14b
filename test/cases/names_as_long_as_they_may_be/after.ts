import { check, enumeration, foreignKey, index, integer, sql, table, unique, varchar } from "graven/models";

const long = (start: string) => start + "x".repeat(63 - start.length);
const wide = (start: string) => start + "ü".repeat(Math.floor((63 - start.length) / 2));

export const mood = enumeration(long("mood_"), [long("label_"), wide("label_")]);

export const parent = table(long("parent_"), { id: integer(long("id_")).primaryKey(), code: varchar(wide("code_"), 20), feeling: mood(long("feeling_")).default(wide("label_")) }, (t) => [
  unique(long("uq_")).on(t.code),
  check(long("ck_"), sql`${t.code} <> ''`),
  index(wide("ix_")).on(t.feeling),
]);

export const child = table(wide("child_"), { id: integer().primaryKey(), parentId: integer(wide("parent_")) }, (t) => [foreignKey(long("fk_")).on(t.parentId).references(() => parent.id), index().on(t.parentId, t.id)]);
