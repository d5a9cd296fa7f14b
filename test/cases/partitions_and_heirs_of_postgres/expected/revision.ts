/**
 * partitions and heirs of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, integer, primaryKey, table, text, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const cat = table("cat", { lives: integer() }, { facts: { inherits: ["animal"] } });
const event2025 = table(
  "event_2025",
  {},
  {
    facts: {
      partitionOf: { table: "event", bound: "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')" },
    },
  },
);
const eventOther = table(
  "event_other",
  {},
  { facts: { partitionOf: { table: "event", bound: "DEFAULT" } } },
);
const split = table(
  "split",
  { id: integer().notNull() },
  { facts: { partitionBy: { strategy: "hash", parts: [{ expression: "id % 7" }] } } },
);
const split0 = table(
  "split_0",
  {},
  { facts: { partitionOf: { table: "split", bound: "FOR VALUES WITH (modulus 2, remainder 0)" } } },
);

export function upgrade(op: Operations) {
  op.createTable(cat);
  op.createTable(event2025);
  op.createTable(eventOther);
  op.createTable(split);
  op.createTable(split0);
  op.dropTable("event_old");
  op.addColumn("animal", "age", integer());
  op.addColumn("event", "note", text());
  op.createPrimaryKey("event", primaryKey("event_pkey").on("id", "day"));
  op.createIndex("event", index("event_name").on("name"));
}

export function downgrade(op: Operations) {
  op.dropIndex("event", "event_name");
  op.dropConstraint("event", "event_pkey");
  op.dropColumn("event", "note");
  op.dropColumn("animal", "age");
  op.createTable(
    "event_old",
    {},
    {
      facts: {
        partitionOf: { table: "event", bound: "FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')" },
      },
    },
  );
  op.dropTable("split_0");
  op.dropTable("split");
  op.dropTable("event_other");
  op.dropTable("event_2025");
  op.dropTable("cat");
}
