import { GravenError } from "../base/errors.ts";
import { editTable } from "../schema/edit.ts";
import { columnNamed, enumOf, findEnum } from "../schema/find.ts";
import type { Column } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";

/** Adds a column. Constraints on it are operations of their own. */
export interface AddColumn {
  readonly kind: "addColumn";
  readonly table: string;
  readonly column: Column;
}

export const addColumn: OperationDefinition<AddColumn> = {
  parameters: { table: "table", column: "columnDefinition" },
  apply: (draft, { table, column }) => {
    const enumKey = enumOf(column.type);
    if (enumKey !== undefined) findEnum(draft, enumKey);
    editTable(draft, table, (each) => {
      if (columnNamed(each, column.name)) throw new GravenError("MOD-015", `Column "${table}.${column.name}" is there already.`);
      return { ...each, columns: [...each.columns, column] };
    });
  },
  invert: ({ table, column }) => [{ kind: "dropColumn", table, column: column.name }],
  describe: ({ table, column }) => `add column ${table}.${column.name}`,
};
