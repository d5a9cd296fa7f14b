import { defineRule, my, mysqlAndMariadb, type Report } from "../rule.ts";

export const tableCopy = defineRule({
  code: "table-copy",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "The server copies the table while nobody may write",
  why: "The larger the table, the longer writers wait. On a large one use gh-ost or pt-online-schema-change (not with foreign keys or triggers on it), or a new column that is filled in batches.",
  manual: { mysql: my("innodb-online-ddl-operations.html"), mariadb: "https://mariadb.com/kb/en/innodb-online-ddl-overview/" },
  bad: ['op.alterColumn("users", "age", { type: bigint() });'],
  good: ['op.addColumn("users", "country", varchar(2));'],
  revision: ({ steps, isNew }) =>
    steps.flatMap(({ effects, operation }): Report[] => {
      const table = effects.algorithm === "COPY" ? effects.work.find(({ kind }) => kind === "rewrite")?.table : undefined;
      return table !== undefined && !isNew(table) ? [{ operation, table, message: `"${table}" is copied: writers wait until the copy is done.` }] : [];
    }),
});
