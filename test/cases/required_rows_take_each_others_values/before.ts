import { date, integer, numeric, ref, requiredRows, table, unique, uuid, varchar } from "graven/models";

export const rank = table("rank", { code: varchar(4).primaryKey(), place: integer().notNull().unique(), next: varchar(4).references((): never => rank.code as never) });
requiredRows(rank, { key: "code" }, [
  { code: "a", place: 1, next: "b" },
  { code: "b", place: 2, next: "c" },
  { code: "c", place: 3, next: null },
  { code: "g", place: 9, next: null },
]);

export const lang = table("lang", {
  id: integer().primaryKey().autoIncrement(),
  iso: varchar(3).notNull().unique(),
  name: varchar(8).notNull().unique(),
  short: varchar(2).unique(),
  day: date().notNull().unique(),
  mark: uuid().notNull().unique(),
  price: numeric(6, 2).notNull().unique(),
});
requiredRows(lang, { key: "iso" }, [
  { iso: "de", name: "German", short: "D", day: "2024-01-01", mark: "00000000-0000-4000-8000-000000000001", price: "1.50" },
  { iso: "en", name: "English", short: "E", day: "2024-01-02", mark: "00000000-0000-4000-8000-000000000002", price: "2.50" },
  { iso: "fr", name: "French", short: "F", day: "2024-01-03", mark: "00000000-0000-4000-8000-000000000003", price: "3.50" },
]);

export const seat = table("seat", { id: integer().primaryKey(), langId: integer("lang_id").notNull().references(() => lang.id), row: integer().notNull() }, (t) => [unique("seat_place").on(t.langId, t.row)]);
requiredRows(seat, { key: "id" }, [
  { id: 1, langId: ref(lang, { iso: "de" }), row: 1 },
  { id: 2, langId: ref(lang, { iso: "en" }), row: 1 },
  { id: 3, langId: ref(lang, { iso: "en" }), row: 2 },
]);
