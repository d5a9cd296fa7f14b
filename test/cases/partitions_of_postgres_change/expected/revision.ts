/**
 * partitions of postgres change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { table, text, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const eventBetween = table(
  "event_between",
  {},
  {
    facts: {
      partitionOf: { table: "event", bound: "FOR VALUES FROM ('2019-01-01') TO ('2020-01-01')" },
    },
  },
);

export function upgrade(op: Operations) {
  op.alterTable("event_early", { partitionOf: null });
  op.alterTable("event_middle", { partitionOf: null });
  op.alterTable("event_old", { partitionOf: null });
  op.createTable(eventBetween);
  op.addColumn("event", "note", text());
  op.addColumn("event_early", "note", text());
  op.addColumn("event_future", "note", text());
  op.addColumn("event_middle", "note", text());
  op.alterTable("moss", { inherits: ["animal", "plant"] });
  op.alterTable("event_early", {
    partitionOf: { table: "event", bound: "FOR VALUES FROM ('2018-01-01') TO ('2019-01-01')" },
  });
  op.alterTable("event_future", {
    partitionOf: { table: "event", bound: "for values from ('2023-01-01') to (maxvalue)" },
  });
  op.alterTable("event_middle", {
    partitionOf: { table: "event", bound: "FOR VALUES FROM ('2020-01-01') TO ('2023-01-01')" },
  });
}

export function downgrade(op: Operations) {
  op.alterTable("event_middle", { partitionOf: null });
  op.alterTable("event_future", { partitionOf: null });
  op.alterTable("event_early", { partitionOf: null });
  op.alterTable("moss", { inherits: ["plant"] });
  op.dropColumn("event_middle", "note");
  op.dropColumn("event_future", "note");
  op.dropColumn("event_early", "note");
  op.dropColumn("event", "note");
  op.dropTable("event_between");
  op.alterTable("event_old", {
    partitionOf: { table: "event", bound: "FOR VALUES FROM (MINVALUE) TO ('2018-01-01')" },
  });
  op.alterTable("event_middle", {
    partitionOf: { table: "event", bound: "FOR VALUES FROM ('2020-01-01') TO ('2022-01-01')" },
  });
  op.alterTable("event_early", {
    partitionOf: { table: "event", bound: "FOR VALUES FROM ('2018-01-01') TO ('2020-01-01')" },
  });
}
