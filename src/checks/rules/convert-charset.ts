import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const convertCharset = defineRule({
  code: "convert-charset",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "The character set or collation of a table changes",
  why: "The table is copied while nobody may write, text that the new set lacks is lost, and joins to columns of the old collation use no index.",
  manual: { any: my("charset-conversion.html") },
  bad: ['op.execute("ALTER TABLE audit_log CONVERT TO CHARACTER SET latin1");'],
  good: ['op.execute("ALTER TABLE audit_log COMMENT = \'one a line\'");'],
  action: { convertCharset: (_, { table }) => ({ table, message: `"${table}" is copied into another character set.` }) },
});
