import { defineRule, pg, postgres, type Report } from "../rule.ts";

export const identityOverSerial = defineRule({
  code: "identity-over-serial",
  severity: "off",
  dialects: postgres,
  onNewTables: true,
  title: "serial in place of an identity column",
  why: "A serial's sequence has rights and a name of its own, and anybody may write over its values. GENERATED AS IDENTITY belongs to the column.",
  manual: { postgres: pg("ddl-identity-columns.html") },
  bad: ['op.execute("CREATE TABLE pet (id serial PRIMARY KEY)");'],
  good: ['op.createTable("pet", { id: bigint().primaryKey().autoIncrement() });'],
  statement: { createTable: ({ table, columns }) => columns.flatMap(({ name, type }): Report[] => (/serial/i.test(type) ? [{ table, message: `"${table}.${name}" is a serial.` }] : [])) },
});
