import { editTable } from "../schema/edit.ts";
import { findTable } from "../schema/find.ts";
import { attachedTable, detachedTable } from "../schema/partition.ts";
import type { Schema, Table, TableFacts } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";

/** Changes what a database knows of a table beside its columns and constraints. An absent key leaves, `null` removes. */
export interface AlterTable {
  readonly kind: "alterTable";
  readonly table: string;
  readonly changes: TableChanges;
}

export type TableChanges = { readonly [K in keyof TableFacts]?: TableFacts[K] | null };

export const alterTable: OperationDefinition<AlterTable> = {
  parameters: { table: "table", changes: "tableChanges" },
  apply: (draft, { table, changes: { partitionOf, ...changes } }) =>
    editTable(draft, table, (present) => {
      const { facts, ...each } = partitionOf === undefined ? present : repartitioned(present, partitionOf, draft.tables);
      const changed = Object.fromEntries(Object.entries({ ...facts, ...changes }).filter(([, value]) => value !== null && value !== undefined)) as TableFacts;
      return { ...each, ...(Object.keys(changed).length && { facts: changed }) };
    }),
  invert: ({ table, changes }, before) => {
    const facts = findTable(before, table).facts ?? {};
    return [{ kind: "alterTable", table, changes: Object.fromEntries(Object.keys(changes).map((key) => [key, facts[key as keyof TableFacts] ?? null])) }];
  },
  describe: ({ table, changes }) => `alter table ${table} (${Object.keys(changes).join(", ")})`,
};

/** What a partitioned table gives stands there alone, so that a table changes with what it is a part of. */
function repartitioned(table: Table, partitionOf: TableFacts["partitionOf"] | null, tables: Schema["tables"]): Table {
  const alone = detachedTable(table, tables);
  return partitionOf ? attachedTable(alone, partitionOf, tables) : alone;
}
