import { defineRule, my, mysqlAndMariadb, type Report } from "../rule.ts";

export const mysqlPolicy = defineRule({
  code: "mysql-policy",
  severity: "off",
  dialects: mysqlAndMariadb,
  onNewTables: true,
  title: "A type that MySQL advises against",
  why: "FLOAT(m,d), display widths, ZEROFILL, UNSIGNED decimals and two-digit years are deprecated; utf8 means three bytes.",
  manual: { any: my("numeric-type-attributes.html") },
  bad: ['op.execute("CREATE TABLE pet (id int(11) ZEROFILL)");'],
  good: ['op.execute("CREATE TABLE pet (id int)");'],
  statement: { createTable: ({ table, columns }) => columns.flatMap(({ name, type }): Report[] => (/zerofill|^(float|double)\(\d+,|^((tiny|small|medium|big)?int|integer)\((?!1\))\d+\)|^year\(2\)|utf8(?!mb4)/i.test(type) ? [{ table, message: `"${table}.${name}" is ${type}.` }] : [])) },
});
