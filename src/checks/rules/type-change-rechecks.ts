import { mentions } from "../../operations/drop-column.ts";
import { defineRule, pg, postgres } from "../rule.ts";

export const typeChangeRechecks = defineRule({
  code: "type-change-rechecks",
  severity: "warn",
  dialects: postgres,
  title: "A type change reads the table again for its checks",
  why: "A check that names the column is made anew, and every row is held against it under ACCESS EXCLUSIVE, also where the type change itself costs nothing. Drop the check, change the type, add the check NOT VALID and validate it afterwards.",
  manual: { postgres: pg("sql-altertable.html") },
  bad: ['op.alterColumn("users", "age", { type: bigint() });'],
  good: ['op.alterColumn("orders", "note", { type: varchar(300) });'],
  operation: {
    alterColumn: ({ table, column, changes }, { present }) => {
      const checks = changes.type ? (present.tables[table]?.checks ?? []).filter(({ sql }) => mentions(sql, column)) : [];
      return checks.length ? { table, message: `Every row of "${table}" is held against ${checks.map(({ name }) => `"${name}"`).join(", ")} again.` } : undefined;
    },
  },
});
