import { GravenError } from "../base/errors.ts";
import { editTable } from "../schema/edit.ts";
import { findIndex, partNames } from "../schema/find.ts";
import type { OperationDefinition } from "./definition.ts";
import { withRenamedMarks } from "./marks.ts";

export interface RenameIndex {
  readonly kind: "renameIndex";
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

export const renameIndex: OperationDefinition<RenameIndex> = {
  parameters: { table: "table", from: "name", to: "name" },
  apply: (draft, { table, from, to }) =>
    editTable(draft, table, (each) => {
      findIndex(each, from);
      if (partNames(each).some(({ name }) => name === to)) throw new GravenError("MOD-015", `Table "${table}" has a constraint or index "${to}" already.`);
      return { ...withRenamedMarks(each, from, to), indexes: each.indexes.map((index) => (index.name === from ? { ...index, name: to } : index)) };
    }),
  invert: ({ table, from, to }) => [{ kind: "renameIndex", table, from: to, to: from }],
  describe: ({ table, from, to }) => `rename index ${from} of ${table} to ${to}`,
};
