import type { ColumnWords } from "../../dialects/ansi/statement.ts";
import { defineRule, my, mysqlAndMariadb, type Report } from "../rule.ts";

export const mysqlPolicy = defineRule({
  code: "mysql-policy",
  severity: "off",
  dialects: mysqlAndMariadb,
  onNewTables: true,
  title: "A type, default or engine that MySQL advises against",
  why: "FLOAT(m,d), display widths, ZEROFILL, UNSIGNED decimals and two-digit years are deprecated; utf8 means three bytes; a date of zeroes is refused in strict mode; engines other than InnoDB know no transactions. A policy: turn it on in the config.",
  manual: { any: my("numeric-type-attributes.html") },
  bad: ['op.execute("ALTER TABLE users ADD COLUMN weight float(5,2)");', 'op.execute("ALTER TABLE users ADD COLUMN born date DEFAULT \'0000-00-00\'");', 'op.execute("ALTER TABLE users ENGINE = MyISAM");', 'op.execute("CREATE TABLE pet (id int(11) ZEROFILL)");'],
  good: ['op.execute("CREATE TABLE pet (id int)");'],
  statement: { createTable: ({ table, columns }) => columns.flatMap((column) => report(table, column)) },
  action: {
    addColumn: ({ column }, { table }) => report(table, column),
    modifyColumn: ({ column }, { table }) => report(table, column),
    engine: ({ engine }, { table }) => (/^innodb$/i.test(engine) ? undefined : { table, message: `"${table}" is kept by ${engine}, which knows no transactions.` }),
  },
});

const advisedAgainst = /zerofill|^(float|double)\s*\(\s*\d+\s*,|^(decimal|numeric|float|double|real)\b.*\bunsigned|^((tiny|small|medium|big)?int|integer)\s*\(\s*(?!1\s*\))\d+\s*\)|^year\s*\(\s*2\s*\)|utf8(?!mb4)|utf8mb3/i;

function report(table: string, { name, type, default: given }: ColumnWords): Report[] {
  if (advisedAgainst.test(type)) return [{ table, message: `"${table}.${name}" is ${type}.` }];
  return given !== undefined && /'0000-00-00/.test(given) ? [{ table, message: `"${table}.${name}" begins with a date that there is not: ${given}.` }] : [];
}
