import type { Table, TablePartKind } from "../schema/types.ts";
import type { PartOf } from "./comparison.ts";

/** The kinds of parts in the order in which they are compared and created. */
export const partKinds = ["primaryKey", "unique", "foreignKey", "check", "exclusion", "index"] as const satisfies readonly TablePartKind[];

const lists: { readonly [K in TablePartKind]: (table: Table) => readonly PartOf[K][] } = {
  primaryKey: (table) => (table.primaryKey ? [table.primaryKey] : []),
  unique: (table) => table.uniques,
  foreignKey: (table) => table.foreignKeys,
  check: (table) => table.checks,
  index: (table) => table.indexes,
  exclusion: (table) => table.exclusions ?? [],
};

export function partsOf<K extends TablePartKind>(table: Table, kind: K): readonly PartOf[K][] {
  return lists[kind](table);
}

/** The table with the parts of one kind replaced. */
export function withParts<K extends TablePartKind>(table: Table, kind: K, parts: readonly PartOf[K][]): Table {
  return replacers[kind](table, parts as never);
}

const replacers: { readonly [K in TablePartKind]: (table: Table, parts: readonly PartOf[K][]) => Table } = {
  primaryKey: (table, [primaryKey]) => (primaryKey ? { ...table, primaryKey } : table),
  unique: (table, uniques) => ({ ...table, uniques }),
  foreignKey: (table, foreignKeys) => ({ ...table, foreignKeys }),
  check: (table, checks) => ({ ...table, checks }),
  index: (table, indexes) => ({ ...table, indexes }),
  exclusion: (table, exclusions) => (exclusions.length ? { ...table, exclusions } : table),
};
