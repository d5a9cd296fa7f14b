import { defineRule, pg, postgres } from "../rule.ts";

const report = (_: unknown, { table }: { readonly table: string }) => ({ table, message: `All of "${table}" is written anew while nobody may use it.` });

export const setLoggedUnlogged = defineRule({
  code: "set-logged-unlogged",
  severity: "error",
  dialects: postgres,
  title: "SET LOGGED or UNLOGGED writes the table anew",
  why: "All of it is written under ACCESS EXCLUSIVE; an unlogged table is empty after a crash and absent on replicas.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DESC-SET-LOGGED-UNLOGGED") },
  bad: ['op.execute("ALTER TABLE audit_log SET UNLOGGED");'],
  good: ['op.execute("ALTER TABLE audit_log SET (fillfactor = 80)");'],
  action: { setLogged: report, setUnlogged: report },
});
