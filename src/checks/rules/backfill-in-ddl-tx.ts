import { defineRule, pg, servers, type Report } from "../rule.ts";

export const backfillInDdlTx = defineRule({
  code: "backfill-in-ddl-tx",
  severity: "warn",
  dialects: servers,
  title: "Many rows are written while the locks of the revision are held",
  why: "Every row that is written stays locked until the transaction ends, and so does every table that the revision has changed before it. Write rows in batches outside of the transaction, in a revision of its own.",
  manual: { postgres: pg("explicit-locking.html#LOCKING-ROWS") },
  bad: ['op.addColumn("users", "country", varchar(2)); op.backfill("users", { set: { country: sql`\'XX\'` } });', 'op.execute("UPDATE users SET name = \'none\'");'],
  good: ['op.execute("UPDATE users SET name = \'none\' WHERE id = 1");', 'op.backfill("users", { set: { name: sql`\'none\'` } }, { online: true });'],
  revision: ({ steps, operations, isNew, dialect }) => {
    const reports = new Map<number, Report>();
    let ddl: string | undefined;
    for (const { statement, operation, effects, transaction } of steps) {
      if (!transaction) ddl = undefined;
      const writes = statement.kind === "update" || statement.kind === "delete";
      if (writes && transaction && !isNew(statement.table)) {
        const { kind } = operations[operation]!.operation;
        const isWhole = kind === "backfill" || !statement.hasWhere;
        if (isWhole && (ddl !== undefined || kind !== "backfill" || !dialect.transactionalDdl) && !reports.has(operation)) reports.set(operation, { operation, table: statement.table, message: ddl === undefined ? `All rows of "${statement.table}" are written and stay locked until the transaction ends.` : `Rows of "${statement.table}" are written while the lock on "${ddl}" is held.`, safer: `op.backfill(${JSON.stringify(statement.table)}, …, { online: true });` });
      }
      if (!writes && dialect.transactionalDdl) ddl ??= effects.locks.find(({ table, blocks }) => !isNew(table) && (blocks === "writes" || blocks === "reads and writes"))?.table;
    }
    return [...reports.values()];
  },
});
