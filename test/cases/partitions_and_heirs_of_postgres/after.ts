import { date, index, integer, primaryKey, table, text } from "graven/models";

export const event = table("event", { id: integer().notNull(), day: date().notNull(), name: text(), note: text() }, (t) => [primaryKey().on(t.id, t.day), index("event_name").on(t.name)], { facts: { partitionBy: { strategy: "range", parts: [{ column: "day" }] } } });
export const first = table("event_2024", {}, { facts: { partitionOf: { table: "event", bound: "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')" } } });
export const next = table("event_2025", {}, { facts: { partitionOf: { table: "event", bound: "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')" } } });
export const other = table("event_other", {}, { facts: { partitionOf: { table: "event", bound: "DEFAULT" } } });
export const animal = table("animal", { id: integer().notNull(), name: text(), age: integer() });
export const dog = table("dog", { breed: text() }, { facts: { inherits: ["animal"] } });
export const cat = table("cat", { lives: integer() }, { facts: { inherits: ["animal"] } });
export const split = table("split", { id: integer().notNull() }, { facts: { partitionBy: { strategy: "hash", parts: [{ expression: "id % 7" }] } } });
export const one = table("split_0", {}, { facts: { partitionOf: { table: "split", bound: "FOR VALUES WITH (modulus 2, remainder 0)" } } });
