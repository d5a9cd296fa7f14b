import { blockedRank } from "../../dialects/effects.ts";
import { defineRule, pg, postgres, type Report } from "../rule.ts";

export const validateInLockingTx = defineRule({
  code: "validate-in-locking-tx",
  severity: "error",
  dialects: postgres,
  title: "VALIDATE CONSTRAINT runs in a transaction that keeps others out",
  why: "Validating lets others write, but a lock that the same transaction took before, such as the one of ADD CONSTRAINT NOT VALID, is held until its end. Validate in a transaction of its own.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DESC-VALIDATE-CONSTRAINT") },
  bad: ['op.execute("ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total >= 0) NOT VALID; ALTER TABLE orders VALIDATE CONSTRAINT total_positive");'],
  good: ['op.withoutTransaction((op) => { op.execute("ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total >= 0) NOT VALID"); op.execute("ALTER TABLE orders VALIDATE CONSTRAINT total_positive"); });', 'op.createCheck("orders", check("orders_total_positive", sql`total >= 0`), { online: true });'],
  revision: ({ steps, isNew }) => {
    const reports: Report[] = [];
    let held = false;
    for (const { statement, effects, transaction, operation } of steps) {
      if (!transaction) held = false;
      else if (held && statement.kind === "alterTable" && !isNew(statement.table) && statement.actions.some(({ kind }) => kind === "validateConstraint")) reports.push({ operation, table: statement.table, message: `"${statement.table}" is read for VALIDATE while this transaction keeps others out.` });
      if (transaction && effects.locks.some(({ table, blocks }) => !isNew(table) && blockedRank[blocks] >= blockedRank.writes)) held = true;
    }
    return reports;
  },
});
