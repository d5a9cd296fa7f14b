import { check, date, index, integer, primaryKey, sql, table, text } from "graven/models";

const year = (from: number, to: number) => `FOR VALUES FROM ('${from}-01-01') TO ('${to}-01-01')`;
const byDay = { partitionBy: { strategy: "range" as const, parts: [{ column: "day" }] } };

export const event = table("event", { id: integer().notNull().autoIncrement(), day: date().notNull(), name: text() }, (t) => [primaryKey().on(t.id, t.day), index("event_name").on(t.name), check("event_named", sql`name <> ''`)], { facts: byDay });
export const early = table("event_early", {}, { facts: { partitionOf: { table: "event", bound: year(2018, 2020) } } });
export const middle = table("event_middle", {}, () => [index("event_middle_day").on("day")], { facts: { partitionOf: { table: "event", bound: year(2020, 2022) } } });
export const old = table("event_old", {}, { facts: { partitionOf: { table: "event", bound: "FOR VALUES FROM (MINVALUE) TO ('2018-01-01')" } } });
export const future = table("event_future", { id: integer().notNull(), day: date().notNull(), name: text() }, (t) => [primaryKey().on(t.id, t.day), index("event_future_name_idx").on(t.name), check("event_named", sql`name <> ''`)]);
export const animal = table("animal", { id: integer().notNull() });
export const plant = table("plant", { id: integer().notNull() });
export const moss = table("moss", { wet: integer() }, { facts: { inherits: ["plant"] } });
