import { date, index, integer, sqlType, table, text, timestamptz, unique, varchar } from "graven/models";

const period = { start: timestamptz(6).facts({ rowPeriod: "start", invisible: true }), end: timestamptz(6).facts({ rowPeriod: "end" }) };

export const price = table("price", { id: integer().primaryKey(), amount: integer().notNull(), currency: varchar(3), note: text(), row_start: period.start, row_end: timestamptz(6).facts({ rowPeriod: "end" }) }, (t) => [unique("price_amount_currency").on(t.amount, t.currency)], { facts: { systemVersioned: true } });
export const plain = table("plain", { id: integer().primaryKey(), row_start: period.start, name: varchar(20), row_end: period.end }, (t) => [index("plain_end").on(t.row_end)], { facts: { systemVersioned: true } });
export const counted = table("counted", { id: integer().notNull(), begun: sqlType("bigint unsigned").facts({ rowPeriod: "start" }), over: sqlType("bigint unsigned").facts({ rowPeriod: "end" }), amount: integer() }, { facts: { systemVersioned: true } });
export const ended = table("ended", { id: integer().primaryKey() });
export const kept = table("kept", { id: integer().primaryKey(), name: varchar(20) }, { facts: { systemVersioned: true, partitions: "SYSTEM_TIME LIMIT 1000 (PARTITION h0 HISTORY, PARTITION h1 HISTORY, PARTITION now CURRENT)" } });
export const monthly = table("monthly", { id: integer().primaryKey() }, { facts: { systemVersioned: true, partitions: "SYSTEM_TIME INTERVAL 1 MONTH (PARTITION h0 HISTORY, PARTITION now CURRENT)" } });
export const stay = table("stay", { id: integer().primaryKey(), arrives: date(), leaves: date().notNull() });
export const hired = table("hired", { id: integer().primaryKey(), since: date().notNull(), until: date().notNull() }, { facts: { periods: { employed: ["since", "until"] } } });
export const trip = table("trip", { id: integer().primaryKey(), arrives: date().notNull(), leaves: date().notNull(), returns: date().notNull() }, { facts: { periods: { during: ["leaves", "returns"] } } });
