import { editTable } from "../schema/edit.ts";
import { findIndex, findTable } from "../schema/find.ts";
import type { Index } from "../schema/types.ts";
import { formerValues, withChanges, type Changes } from "./changes.ts";
import type { OperationDefinition } from "./definition.ts";

/** Changes what is said of an index beside what it holds: its entries stay. An absent key leaves, `null` removes. */
export interface AlterIndex {
  readonly kind: "alterIndex";
  readonly table: string;
  readonly name: string;
  readonly changes: IndexChanges;
}

/** What an index takes over without being built anew. */
export const indexAttributes = ["comment", "invisible", "options", "statistics", "tablespace"] as const satisfies readonly (keyof Index)[];

/** `options` and `statistics` are given whole, as they are afterwards. */
export type IndexChanges = Changes<Pick<Index, (typeof indexAttributes)[number]>>;

export const alterIndex: OperationDefinition<AlterIndex> = {
  parameters: { table: "table", name: "name", changes: "indexChanges" },
  apply: (draft, { table, name, changes }) =>
    editTable(draft, table, (each) => {
      findIndex(each, name);
      return { ...each, indexes: each.indexes.map((index) => (index.name === name ? withChanges(index, changes) : index)) };
    }),
  invert: ({ table, name, changes }, before) => [{ kind: "alterIndex", table, name, changes: formerValues(findIndex(findTable(before, table), name), changes) }],
  describe: ({ table, name, changes }) => `alter index ${name} of ${table} (${Object.keys(changes).join(", ")})`,
};
