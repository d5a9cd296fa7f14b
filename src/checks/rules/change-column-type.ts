import { defineRule, my, pg, servers } from "../rule.ts";
import { worksOn } from "../works-on.ts";

const report = (table: string, column: string) => ({ table, message: `The new type of "${table}.${column}" writes every row and its indexes anew, while ${"nobody"} may write.`, safer: `op.addColumn(${JSON.stringify(table)}, ${JSON.stringify(`${column}_new`)}, …);\n// write both, op.backfill in batches, move the readers, then drop ${column}` });

export const changeColumnType = defineRule({
  code: "change-column-type",
  severity: "error",
  dialects: servers,
  title: "A type change writes the whole table anew",
  why: "Rows and indexes are written under a lock that keeps writers out, on PostgreSQL readers too, and the column's statistics go (ANALYZE afterwards). Some changes cost nothing: a longer varchar, varchar to text, a wider numeric of the same scale. For others: a new column, both written, filled in batches.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-NOTES"), mysql: my("innodb-online-ddl-operations.html#online-ddl-column-operations") },
  bad: ['op.alterColumn("users", "age", { type: bigint() });', 'op.execute("ALTER TABLE users ALTER COLUMN age TYPE bigint");'],
  good: ['op.alterColumn("orders", "note", { type: varchar(300) });'],
  action: {
    setType: ({ column }, { table, effects }) => (worksOn(effects, table, "rewrite") ? report(table, column) : undefined),
    modifyColumn: ({ column }, { table, effects, step }) => (effects.algorithm === "COPY" && !column.check && step.operations.every(({ kind }) => kind === "alterColumn") ? report(table, column.name) : undefined),
  },
});
