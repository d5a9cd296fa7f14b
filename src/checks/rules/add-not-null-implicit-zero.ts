import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const addNotNullImplicitZero = defineRule({
  code: "add-not-null-implicit-zero",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "Rows that stand get 0, '' or the first label without a word",
  why: "MySQL fills a required column that has no default with a value that nobody chose, and in strict mode an INSERT of the release before fails. Say the default, or add the column nullable and fill it.",
  manual: { any: my("data-type-defaults.html") },
  bad: ['op.addColumn("users", "country", varchar(2).notNull());'],
  good: ['op.addColumn("users", "country", varchar(2).notNull().default("XX"));', 'op.addColumn("users", "country", varchar(2));'],
  operation: {
    addColumn: ({ table, column }) =>
      column.nullable || column.default || column.identity || column.autoIncrement || column.generated ? undefined : { table, message: `The rows of "${table}" get a value in "${column.name}" that nobody chose.`, safer: `op.addColumn(${JSON.stringify(table)}, ${JSON.stringify(column.name)}, ….default(…));` },
  },
});
