import { findTable } from "../../schema/find.ts";
import { inheritedColumn } from "../../schema/partition.ts";
import type { Column, Schema } from "../../schema/types.ts";
import { alterColumn } from "./alter-column.ts";

/**
 * The statements for a column of its own that a table gains or loses while a table above it has one of that name: the column stands, and
 * says something else from here on. Nothing where there is none above.
 */
export function overriding(table: string, { gained, lost }: { readonly gained?: Column; readonly lost?: Column }, schema: Schema): readonly string[] | undefined {
  const present = findTable(schema, table);
  const { name } = (gained ?? lost)!;
  const given = inheritedColumn(present, name, schema.tables);
  if (!given) return undefined;
  const after = gained ?? given;
  const standing = { ...schema, tables: { ...schema.tables, [table]: { ...present, columns: [...present.columns.filter((column) => column.name !== name), lost ?? given] } } };
  return alterColumn({ kind: "alterColumn", table, column: name, changes: { nullable: after.nullable, default: after.default ?? null, comment: after.comment ?? null, facts: after.facts ?? null } }, standing);
}
