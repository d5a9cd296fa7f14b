import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

const report = ({ table, algorithm }: { readonly table: string; readonly algorithm?: string }) => (algorithm === "COPY" ? { table, message: `"${table}" is copied, as ALGORITHM=COPY asks for it.` } : undefined);

export const algorithmCopy = defineRule({
  code: "algorithm-copy",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "ALGORITHM=COPY is asked for",
  why: "The table is copied while nobody may write. Ask for INSTANT or INPLACE with LOCK=NONE: the server then refuses a slow way in place of taking it.",
  manual: { any: my("alter-table.html#alter-table-performance") },
  bad: ['op.execute("CREATE INDEX ix_users_age ON users (age) ALGORITHM=COPY");', 'op.execute("ALTER TABLE users ADD COLUMN country char(2), ALGORITHM=COPY");'],
  good: ['op.execute("ALTER TABLE users ADD COLUMN country char(2), ALGORITHM=INSTANT");'],
  statement: { alterTable: report, createIndex: report },
});
