import { worksOn } from "../works-on.ts";
import { defineRule, my, servers, type Report } from "../rule.ts";

export const mergeAlter = defineRule({
  code: "merge-alter",
  severity: "off",
  dialects: servers,
  title: "Several changes of one table could be one statement",
  why: "Where the server writes the table anew, it does so once for all changes of one ALTER TABLE, and once for each of several.",
  manual: { any: my("alter-table.html") },
  bad: ['op.alterColumn("users", "age", { type: bigint() }); op.alterColumn("users", "name", { type: varchar(20) });'],
  good: ['op.addColumn("users", "country", varchar(2)); op.addColumn("users", "city", varchar(2));'],
  revision: ({ steps, isNew }) => {
    const copies = steps.filter(({ effects, statement }) => statement.kind === "alterTable" && !isNew(statement.table) && (effects.algorithm === "COPY" || worksOn(effects, statement.table, "rewrite")));
    return copies.flatMap(({ statement, operation }, at): Report[] => {
      const table = statement.kind === "alterTable" ? statement.table : "";
      const earlier = copies.slice(0, at).some((each) => each.statement.kind === "alterTable" && each.statement.table === table);
      return earlier ? [{ operation, table, message: `"${table}" is written anew a second time.` }] : [];
    });
  },
});
