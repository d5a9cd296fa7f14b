import { defineRule, pg, postgres } from "../rule.ts";

const report = (_: unknown, { table }: { readonly table: string }) => ({ table, message: `All of "${table}" is written anew while nobody may use it.` });

export const setAccessMethod = defineRule({
  code: "set-access-method",
  severity: "error",
  dialects: postgres,
  title: "Another access method or tablespace writes the table anew",
  why: "All of it is written under ACCESS EXCLUSIVE.",
  manual: { postgres: pg("sql-altertable.html") },
  bad: ['op.execute("ALTER TABLE audit_log SET ACCESS METHOD heap");', 'op.execute("ALTER TABLE audit_log SET TABLESPACE fast");'],
  good: ['op.execute("ALTER TABLE audit_log SET (fillfactor = 80)");'],
  action: { setAccessMethod: report, setTablespace: report },
});
