import { editTable } from "../schema/edit.ts";
import { findIndex, findTable } from "../schema/find.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Online } from "./online.ts";

export interface DropIndex {
  readonly kind: "dropIndex";
  readonly table: string;
  readonly name: string;
  readonly options?: Online;
}

export const dropIndex: OperationDefinition<DropIndex> = {
  parameters: { table: "table", name: "name", options: "options" },
  apply: (draft, { table, name }) =>
    editTable(draft, table, (each) => {
      findIndex(each, name);
      return { ...each, indexes: each.indexes.filter((index) => index.name !== name) };
    }),
  invert: ({ table, name, options }, before) => [{ kind: "createIndex", table, index: findIndex(findTable(before, table), name), ...(options && { options }) }],
  describe: ({ table, name }) => `drop index ${name} of ${table}`,
};
