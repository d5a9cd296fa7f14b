import { date, integer, table, text } from "graven/models";

export const event = table("event", { id: integer().notNull(), day: date().notNull(), name: text() }, { facts: { partitionBy: { strategy: "range", parts: [{ column: "day" }] } } });
export const first = table("event_2024", {}, { facts: { partitionOf: { table: "event", bound: "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')" } } });
export const leaving = table("event_old", {}, { facts: { partitionOf: { table: "event", bound: "FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')" } } });
export const animal = table("animal", { id: integer().notNull(), name: text() });
export const dog = table("dog", { breed: text() }, { facts: { inherits: ["animal"] } });
