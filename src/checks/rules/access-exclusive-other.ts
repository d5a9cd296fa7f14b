import { defineRule, pg, postgres, type Report } from "../rule.ts";

export const accessExclusiveOther = defineRule({
  code: "access-exclusive-other",
  severity: "off",
  dialects: postgres,
  title: "A statement takes ACCESS EXCLUSIVE, if only for a moment",
  why: "It waits for every query on the table, and all later ones wait behind it. A lock timeout with retries keeps that queue short.",
  manual: { postgres: pg("explicit-locking.html") },
  bad: ['op.alterColumn("users", "name", { default: "" });'],
  good: ['op.execute("ALTER TABLE users SET (fillfactor = 80)");'],
  revision: ({ steps, isNew }) => {
    const reports = new Map<string, Report>();
    for (const { effects, operation } of steps) for (const { table, mode } of effects.locks) if (mode === "ACCESS EXCLUSIVE" && !isNew(table) && !reports.has(`${operation} ${table}`)) reports.set(`${operation} ${table}`, { operation, table, message: `ACCESS EXCLUSIVE on "${table}": it waits for every query there, and others wait behind it.` });
    return [...reports.values()];
  },
});
