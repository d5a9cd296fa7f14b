import { GravenError } from "../base/errors.ts";
import { editTable, type Draft } from "../schema/edit.ts";
import { findColumn, findTable, partNames } from "../schema/find.ts";
import type { Table } from "../schema/types.ts";

/** Adds a part to a table when its name is free and its columns are there. Shared by the operations that create constraints and indexes. */
export function addPart(draft: Draft, table: string, part: { readonly name: string }, columns: readonly string[], change: (table: Table) => Table): void {
  editTable(draft, table, (each) => {
    if (partNames(each).some(({ name }) => name === part.name)) throw new GravenError("MOD-015", `Table "${table}" has a constraint or index "${part.name}" already.`, { hint: "Choose another name." });
    for (const column of columns) findColumn(each, column);
    return change(each);
  });
}

/** Checks that the columns a foreign key points at are there. */
export function checkReferences(draft: Draft, references: { readonly table: string; readonly columns: readonly string[] }): void {
  const referred = findTable(draft, references.table);
  for (const column of references.columns) findColumn(referred, column);
}
