import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const convertCharset = defineRule({
  code: "convert-charset",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "The character set or collation of a table changes",
  why: "Where its columns are converted the table is copied while nobody may write, text that the new set lacks is lost, and joins to columns of the old collation use no index.",
  manual: { any: my("charset-conversion.html") },
  bad: ['op.execute("ALTER TABLE audit_log CONVERT TO CHARACTER SET latin1");'],
  good: ['op.execute("ALTER TABLE audit_log COMMENT = \'one a line\'");'],
  action: {
    convertCharset: ({ defaultOnly }, { table }) => ({ table, message: defaultOnly ? `Columns that "${table}" gets later are kept, or compared, in another way than those that stand.` : `"${table}" is copied into another character set.` }),
  },
});
