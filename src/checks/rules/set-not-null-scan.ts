import { defineRule, pg, postgres } from "../rule.ts";
import { worksOn } from "../works-on.ts";

export const setNotNullScan = defineRule({
  code: "set-not-null-scan",
  severity: "error",
  dialects: postgres,
  title: "SET NOT NULL reads the whole table while nobody may use it",
  why: "Under ACCESS EXCLUSIVE every row is read. A check `column IS NOT NULL` that was added NOT VALID and then validated, which lets others read and write, proves it: SET NOT NULL then reads nothing (from version 12 on), and the check can go.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL") },
  bad: ['op.alterColumn("users", "name", { nullable: false });'],
  good: ['op.createCheck("users", check("users_name_given", sql`name IS NOT NULL`)); op.alterColumn("users", "name", { nullable: false });', 'op.alterColumn("users", "name", { nullable: false }, { online: true });'],
  action: {
    setNotNull: ({ column }, { table, effects, version }) => (worksOn(effects, table, "scan") ? { table, message: `SET NOT NULL reads all of "${table}" while nobody may read or write it.`, ...(version >= 12 && { safer: `op.alterColumn(${JSON.stringify(table)}, ${JSON.stringify(column)}, { nullable: false }, { online: true });` }) } : undefined),
  },
});
