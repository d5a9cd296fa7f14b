import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const changeEngine = defineRule({
  code: "change-engine",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "The storage engine of a table changes",
  why: "The table is copied while nobody may write, and the new engine may have no transactions, foreign keys or row locks.",
  manual: { any: my("storage-engines.html") },
  bad: ['op.execute("ALTER TABLE audit_log ENGINE = MyISAM");'],
  good: ['op.execute("ALTER TABLE audit_log COMMENT = \'one a line\'");'],
  action: { engine: ({ engine }, { table }) => ({ table, message: `Table "${table}" is copied into the engine ${engine}.` }) },
});
