import { defineRule, pg, postgres } from "../rule.ts";

export const dropSequenceOrMatview = defineRule({
  code: "drop-sequence-or-matview",
  severity: "warn",
  dialects: postgres,
  title: "A sequence or a materialized view is dropped",
  why: "A sequence holds where it stands, a materialized view its rows: neither comes back with a downgrade.",
  manual: { postgres: pg("sql-dropsequence.html") },
  bad: ['op.execute("DROP SEQUENCE invoice_numbers");', 'op.execute("DROP MATERIALIZED VIEW totals");'],
  good: ['op.execute("DROP MATERIALIZED VIEW totals; CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM users");', 'op.execute("DROP VIEW recent_users");'],
  statement: {
    drop: ({ noun, name }, { steps, step }) => {
      if (noun !== "sequence" && noun !== "materialized view") return undefined;
      // A view that is put up again, as another column of its table changes, is filled by its query.
      const again = noun === "materialized view" && steps.slice(steps.indexOf(step)).some(({ statement }) => statement.kind === "create" && statement.noun === noun && statement.name === name);
      return again ? undefined : { message: `${noun === "sequence" ? "Sequence" : "Materialized view"} "${name}" is dropped with what it holds.` };
    },
  },
});
