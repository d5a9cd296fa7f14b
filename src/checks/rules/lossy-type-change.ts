import { definitionOf } from "../../operations/index.ts";
import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, my, pg } from "../rule.ts";

export const lossyTypeChange = defineRule({
  code: "lossy-type-change",
  severity: "error",
  dialects: everywhere,
  title: "A column's new type does not hold all values of the old one",
  why: "Values that do not fit are refused, and the revision fails, or they are cut or rounded in silence. Ask the rows first, and say with `using` what becomes of those that do not fit.",
  manual: { postgres: pg("sql-altertable.html"), mysql: my("alter-table.html") },
  bad: ['op.alterColumn("orders", "note", { type: varchar(20) });', 'op.alterColumn("users", "age", { type: smallint() });'],
  good: ['op.alterColumn("orders", "note", { type: varchar(400) });', 'op.alterColumn("users", "age", { type: bigint() });'],
  operation: {
    alterColumn: (operation, { present }) => {
      const table = present.tables[operation.table];
      if (!table || !columnNamed(table, operation.column)) return undefined;
      return definitionOf(operation).warn?.(operation, present).filter(({ code }) => code === "lossy-type-change").map(({ message }) => ({ table: operation.table, message }));
    },
  },
});
