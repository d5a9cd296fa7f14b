import { defineRule, my, mysqlAndMariadb, type Report } from "../rule.ts";

export const mergeAlter = defineRule({
  code: "merge-alter",
  severity: "off",
  dialects: mysqlAndMariadb,
  title: "Several changes of one table could be one statement",
  why: "Where the server copies the table it does so once for all of them.",
  manual: { any: my("alter-table.html") },
  bad: ['op.alterColumn("users", "age", { type: bigint() }); op.alterColumn("users", "name", { type: varchar(20) });'],
  good: ['op.addColumn("users", "country", varchar(2)); op.addColumn("users", "city", varchar(2));'],
  revision: ({ steps }) => {
    const copies = steps.filter(({ effects, statement }) => effects.algorithm === "COPY" && statement.kind === "alterTable");
    return copies.flatMap(({ statement, operation }, at): Report[] => {
      const table = statement.kind === "alterTable" ? statement.table : "";
      const earlier = copies.slice(0, at).some((each) => each.statement.kind === "alterTable" && each.statement.table === table);
      return earlier ? [{ operation, table, message: `"${table}" is copied again.` }] : [];
    });
  },
});
