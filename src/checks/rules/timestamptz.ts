import { columnsGiven } from "../columns-given.ts";
import { defineRule, pg, postgres } from "../rule.ts";

export const timestamptz = defineRule({
  code: "timestamptz",
  severity: "off",
  dialects: postgres,
  onNewTables: true,
  title: "A timestamp without a time zone",
  why: "It forgets the offset that it was written with: two clients in two zones mean two moments by one value.",
  manual: { postgres: pg("datatype-datetime.html") },
  bad: ['op.addColumn("users", "seen_at", timestamp());'],
  good: ['op.addColumn("users", "seen_at", timestamptz());'],
  operation: columnsGiven(({ type }) => type.kind === "timestamp", (name) => `${name} forgets its time zone.`),
});
