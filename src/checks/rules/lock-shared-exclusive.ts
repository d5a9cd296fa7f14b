import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

const report = (table: string, lock: string | undefined) => (lock === "SHARED" || lock === "EXCLUSIVE" ? { table, message: `LOCK=${lock} keeps ${lock === "SHARED" ? "writers" : "everybody"} out of "${table}".` } : undefined);

export const lockSharedExclusive = defineRule({
  code: "lock-shared-exclusive",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "LOCK=SHARED or EXCLUSIVE is asked for",
  why: "Writers, or everybody, wait until it is done. With LOCK=NONE the server refuses what cannot be done while others write.",
  manual: { any: my("alter-table.html#alter-table-concurrency") },
  bad: ['op.execute("ALTER TABLE users ADD INDEX ix_age (age), LOCK=SHARED");'],
  good: ['op.execute("ALTER TABLE users ADD INDEX ix_age (age), ALGORITHM=INPLACE, LOCK=NONE");'],
  statement: { alterTable: ({ table, lock }) => report(table, lock), createIndex: ({ table, lock }) => report(table, lock) },
});
