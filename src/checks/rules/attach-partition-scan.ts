import { defineRule, pg, postgres } from "../rule.ts";

export const attachPartitionScan = defineRule({
  code: "attach-partition-scan",
  severity: "warn",
  dialects: postgres,
  title: "ATTACH PARTITION reads the whole partition under a lock",
  why: "Every row is held against the bounds while nobody may use the partition, and a default partition is read as well. A CHECK on the partition that says the same as its bounds, added NOT VALID and validated before, proves it: then nothing is read.",
  manual: { postgres: pg("ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE") },
  bad: ['op.execute("ALTER TABLE measure ATTACH PARTITION measure_2020 FOR VALUES FROM (2020) TO (2021)");'],
  good: ['op.execute("ALTER TABLE measure_2020 ADD CONSTRAINT measure_2020_bounds CHECK (year >= 2020 AND year < 2021) NOT VALID; ALTER TABLE measure_2020 VALIDATE CONSTRAINT measure_2020_bounds; ALTER TABLE measure ATTACH PARTITION measure_2020 FOR VALUES FROM (2020) TO (2021)");'],
  action: {
    attachPartition: ({ partition }, { table, before, steps, isNew }) => {
      if (isNew(partition)) return undefined;
      const hasCheck = (before.tables[partition]?.checks.length ?? 0) > 0 || steps.some(({ statement }) => statement.kind === "alterTable" && statement.table === partition && statement.actions.some((action) => action.kind === "addConstraint" && action.constraint.kind === "check"));
      return hasCheck ? undefined : { table: partition, message: `Every row of "${partition}" is read before it becomes a part of "${table}".` };
    },
  },
});
