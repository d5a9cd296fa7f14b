import { editTable } from "../schema/edit.ts";
import { findIndex, findTable } from "../schema/find.ts";
import type { OperationDefinition } from "./definition.ts";

export interface DropIndex {
  readonly kind: "dropIndex";
  readonly table: string;
  readonly name: string;
}

export const dropIndex: OperationDefinition<DropIndex> = {
  parameters: { table: "table", name: "name" },
  apply: (draft, { table, name }) =>
    editTable(draft, table, (each) => {
      findIndex(each, name);
      return { ...each, indexes: each.indexes.filter((index) => index.name !== name) };
    }),
  invert: ({ table, name }, before) => [{ kind: "createIndex", table, index: findIndex(findTable(before, table), name) }],
  describe: ({ table, name }) => `drop index ${name} of ${table}`,
};
