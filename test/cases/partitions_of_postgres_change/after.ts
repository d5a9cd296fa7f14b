import { check, date, index, integer, primaryKey, sql, table, text } from "graven/models";

const year = (from: number | string, to: number) => `FOR VALUES FROM ('${from}-01-01') TO ('${to}-01-01')`;
const byDay = { partitionBy: { strategy: "range" as const, parts: [{ column: "day" }] } };

export const event = table("event", { id: integer().notNull().autoIncrement(), day: date().notNull(), name: text(), note: text() }, (t) => [primaryKey().on(t.id, t.day), index("event_name").on(t.name), check("event_named", sql`name <> ''`)], { facts: byDay });
export const early = table("event_early", {}, { facts: { partitionOf: { table: "event", bound: year(2018, 2019) } } });
export const between = table("event_between", {}, { facts: { partitionOf: { table: "event", bound: year(2019, 2020) } } });
export const middle = table("event_middle", {}, () => [index("event_middle_day").on("day")], { facts: { partitionOf: { table: "event", bound: year(2020, 2023) } } });
export const old = table("event_old", { id: integer().notNull(), day: date().notNull(), name: text() }, (t) => [primaryKey().on(t.id, t.day), index("event_old_name_idx").on(t.name), check("event_named", sql`name <> ''`)]);
export const future = table("event_future", {}, { facts: { partitionOf: { table: "event", bound: "for values from ('2023-01-01') to (maxvalue)" } } });
export const animal = table("animal", { id: integer().notNull() });
export const plant = table("plant", { id: integer().notNull() });
export const moss = table("moss", { wet: integer() }, { facts: { inherits: ["animal", "plant"] } });
