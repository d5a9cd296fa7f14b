import { insertObject } from "../schema/edit.ts";
import { keyOf } from "../schema/key.ts";
import type { Table } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";

/** Makes a table with its constraints and indexes. */
export interface CreateTable {
  readonly kind: "createTable";
  readonly table: Table;
}

export const createTable: OperationDefinition<CreateTable> = {
  parameters: { table: "tableDefinition" },
  apply: (draft, { table }) => insertObject(draft.tables, keyOf(table), table, "Table"),
  invert: ({ table }) => [{ kind: "dropTable", table: keyOf(table) }],
  describe: ({ table }) => `create table ${keyOf(table)}`,
};
