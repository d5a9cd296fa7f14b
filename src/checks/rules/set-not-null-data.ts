import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const setNotNullData = defineRule({
  code: "set-not-null-data",
  severity: "error",
  dialects: everywhere,
  title: "A column becomes required while rows may hold NULL",
  why: "One row without a value makes it fail. Fill the rows in the same revision or before it; with `--database` the review counts them.",
  manual: { postgres: pg("sql-altertable.html") },
  bad: ['op.alterColumn("users", "name", { nullable: false });'],
  good: ['op.backfill("users", { set: { name: sql`\'none\'` } }); op.alterColumn("users", "name", { nullable: false });', 'op.alterColumn("users", "email", { nullable: false });'],
  operation: {
    alterColumn: ({ table, column, changes }, { present, operations, index, dialect }) => {
      const owner = present.tables[table];
      const found = owner && columnNamed(owner, column);
      if (changes.nullable !== false || !owner || !found?.nullable) return undefined;
      if (owner.checks.some(({ sql, notValid }) => !notValid && dialect.sameExpression(sql, `${column} IS NOT NULL`))) return undefined;
      const isFilled = operations.some(({ operation, index: at }) => at < index && ((operation.kind === "backfill" && operation.table === table && column in operation.assignments.set) || fills(operation, column)));
      const name = JSON.stringify(table);
      return isFilled ? undefined : { table, message: `Column "${table}.${column}" becomes required: one row that holds NULL makes it fail.`, safer: `op.backfill(${name}, { set: { ${column}: sql\`…\` } });\nop.alterColumn(${name}, ${JSON.stringify(column)}, { nullable: false });` };
    },
  },
});

/** Whether an author's SQL or function seems to give the column a value. */
function fills(operation: { readonly kind: string }, column: string): boolean {
  if (operation.kind === "run") return true;
  return operation.kind === "execute" && JSON.stringify(operation, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)).includes(column);
}
