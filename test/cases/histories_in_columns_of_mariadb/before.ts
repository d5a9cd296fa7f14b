import { date, index, integer, sqlType, table, text, timestamptz, unique, varchar } from "graven/models";

const period = { start: timestamptz(6).facts({ rowPeriod: "start", invisible: true }), end: timestamptz(6).facts({ rowPeriod: "end" }) };

export const price = table("price", { id: integer().primaryKey(), amount: integer().notNull(), note: text().facts({ withoutSystemVersioning: true }), row_start: period.start, row_end: period.end }, (t) => [unique("price_amount").on(t.amount)], { facts: { systemVersioned: true } });
export const plain = table("plain", { id: integer().primaryKey(), name: varchar(20) });
export const counted = table("counted", { id: integer().notNull(), begun: sqlType("bigint unsigned").facts({ rowPeriod: "start" }), over: sqlType("bigint unsigned").facts({ rowPeriod: "end" }) }, { facts: { systemVersioned: true } });
export const ended = table("ended", { row_start: period.start, row_end: period.end, id: integer().primaryKey() }, (t) => [index("ended_start").on(t.row_start)], { facts: { systemVersioned: true } });
export const kept = table("kept", { id: integer().primaryKey(), name: varchar(20) }, { facts: { systemVersioned: true, partitions: "SYSTEM_TIME LIMIT 1000 (PARTITION h0 HISTORY, PARTITION now CURRENT)" } });
export const monthly = table("monthly", { id: integer().primaryKey() }, { facts: { systemVersioned: true } });
export const stay = table("stay", { id: integer().primaryKey(), arrives: date().notNull(), leaves: date().notNull() }, { facts: { periods: { during: ["arrives", "leaves"] } } });
export const hired = table("hired", { id: integer().primaryKey(), since: date().notNull(), until: date().notNull() });
export const trip = table("trip", { id: integer().primaryKey(), arrives: date().notNull(), leaves: date().notNull(), returns: date().notNull() }, { facts: { periods: { during: ["arrives", "leaves"] } } });
