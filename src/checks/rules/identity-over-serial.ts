import type { ColumnWords } from "../../dialects/ansi/statement.ts";
import { defineRule, pg, postgres, type Report } from "../rule.ts";

const report = (table: string, { name, type }: ColumnWords): Report[] => (/^(small|big)?serial[248]?$/i.test(type) ? [{ table, message: `"${table}.${name}" is a serial.` }] : []);

export const identityOverSerial = defineRule({
  code: "identity-over-serial",
  severity: "off",
  dialects: postgres,
  onNewTables: true,
  title: "serial in place of an identity column",
  why: "A serial's sequence has rights and a name of its own, and anybody may write over its values. GENERATED AS IDENTITY belongs to the column.",
  manual: { postgres: pg("ddl-identity-columns.html") },
  bad: ['op.execute("ALTER TABLE audit_log ADD COLUMN line_number serial");', 'op.execute("CREATE TABLE pet (id serial PRIMARY KEY)");'],
  good: ['op.createTable("pet", { id: bigint().primaryKey().autoIncrement() });'],
  statement: { createTable: ({ table, columns }) => columns.flatMap((column) => report(table, column)) },
  action: { addColumn: ({ column }, { table }) => report(table, column) },
});
