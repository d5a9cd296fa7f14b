import { columnNamed } from "../schema/find.ts";
import { keyOf } from "../schema/key.ts";
import type { Column } from "../schema/types.ts";
import type { Rule } from "./rule.ts";

/** Reports columns that are made, or whose type changes, where they are as told. */
export function columnsGiven(is: (column: Column) => boolean, say: (name: string) => string): NonNullable<Rule["operation"]> {
  return {
    createTable: ({ table }) => table.columns.filter(is).map(({ name }) => ({ table: keyOf(table), message: say(`"${keyOf(table)}.${name}"`) })),
    addColumn: ({ table, column }) => (is(column) ? { table, message: say(`"${table}.${column.name}"`) } : undefined),
    alterColumn: ({ table, column, changes }, { reached }) => {
      const found = reached.tables[table] && columnNamed(reached.tables[table], column);
      return changes.type && found && is(found) ? { table, message: say(`"${table}.${column}"`) } : undefined;
    },
  };
}
