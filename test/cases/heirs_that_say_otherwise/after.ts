import { date, integer, table, text } from "graven/models";

const inherits = ["animal"];
export const animal = table("animal", { id: integer().notNull(), name: text().default("none"), age: integer() });
export const dog = table("dog", { breed: text(), name: text().default("Rex").comment("what it hears"), age: integer().notNull() }, { facts: { inherits } });
export const cat = table("cat", { name: text().default("Kit"), age: integer().notNull().comment("in years") }, { facts: { inherits } });
export const event = table("event", { id: integer().default(1), day: date().notNull() }, { facts: { partitionBy: { strategy: "range", parts: [{ column: "day" }] } } });
export const first = table("event_first", { id: integer().default(2) }, { facts: { partitionOf: { table: "event", bound: "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')" } } });
export const next = table("event_next", {}, { facts: { partitionOf: { table: "event", bound: "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')" } } });
