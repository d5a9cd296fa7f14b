import { defineRule, pg, postgres } from "../rule.ts";
import { worksOn } from "../works-on.ts";

export const addColumnVolatileDefault = defineRule({
  code: "add-column-volatile-default",
  severity: "error",
  dialects: postgres,
  title: "A new column's default differs from row to row, so every row is written",
  why: "The table is written anew under ACCESS EXCLUSIVE: nobody reads or writes meanwhile. Add the column without a default, set the default for new rows, fill the old ones in batches. A default that is the same for all rows, now() among them, costs nothing.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-NOTES") },
  bad: ['op.addColumn("users", "token", uuid().default(sql`gen_random_uuid()`));'],
  good: ['op.addColumn("users", "seen_at", timestamp().default(sql`now()`));', 'op.addColumn("users", "token", uuid()); op.alterColumn("users", "token", { default: sql`gen_random_uuid()` });'],
  action: {
    addColumn: ({ column }, { table, effects }) =>
      column.default !== undefined && !column.counts && column.generated === undefined && worksOn(effects, table, "rewrite")
        ? { table, message: `Adding "${column.name}" writes every row of "${table}" while nobody may read it.`, safer: `op.addColumn(${JSON.stringify(table)}, ${JSON.stringify(column.name)}, …); // no default\nop.alterColumn(${JSON.stringify(table)}, ${JSON.stringify(column.name)}, { default: sql\`${column.default}\` });\nop.backfill(${JSON.stringify(table)}, { set: { ${column.name}: sql\`${column.default}\` } });` }
        : undefined,
  },
});
