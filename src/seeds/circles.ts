import { canonicalJson } from "../base/json.ts";
import { GravenError } from "../base/errors.ts";
import { columnNamed, findTable } from "../schema/find.ts";
import { referenceIn, type StoredRow } from "../schema/row-values.ts";
import type { Schema } from "../schema/types.ts";

/** Rows of a table, in the order in which they are inserted. */
export interface RowGroup {
  readonly table: string;
  readonly rows: readonly StoredRow[];
}

/** A row with a reference that it cannot have yet. */
export interface LateReference {
  readonly table: string;
  readonly row: StoredRow;
  readonly columns: readonly string[];
}

/**
 * Rows that name one which stands later, as those of a circle do: they begin with NULL there, and take the reference once all
 * rows are in. Throws MOD-043 where the column takes no NULL.
 */
export function cutCircles(groups: readonly RowGroup[], schema: Schema): { readonly groups: readonly RowGroup[]; readonly late: readonly LateReference[] } {
  if (!groups.some(({ rows }) => rows.some((row) => Object.values(row).some((value) => referenceIn(value))))) return { groups, late: [] };
  const positions = new Positions(groups);
  const late: LateReference[] = [];
  let position = 0;
  const cut = groups.map(({ table, rows }) => ({
    table,
    rows: rows.map((row) => {
      const here = position++;
      const columns = Object.keys(row).filter((column) => (positions.of(row[column]) ?? -1) >= here);
      if (!columns.length) return row;
      for (const column of columns) refuseRequired(column, table, row, schema);
      late.push({ table, row, columns });
      return { ...row, ...Object.fromEntries(columns.map((column) => [column, null])) };
    }),
  }));
  return { groups: cut, late };
}

/** Where the row that a reference means stands among all rows. */
class Positions {
  private readonly groups: readonly RowGroup[];
  private readonly known = new Map<string, ReadonlyMap<string, number>>();

  constructor(groups: readonly RowGroup[]) {
    this.groups = groups;
  }

  of(value: StoredRow[string] | undefined): number | undefined {
    const ref = referenceIn(value);
    if (!ref) return undefined;
    const columns = Object.keys(ref.key).sort();
    const name = JSON.stringify([ref.table, columns]);
    let found = this.known.get(name);
    if (!found) this.known.set(name, (found = this.positions(ref.table, columns)));
    return found.get(canonicalJson(columns.map((column) => ref.key[column])));
  }

  private positions(table: string, columns: readonly string[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    let position = 0;
    for (const group of this.groups) {
      for (const row of group.rows) {
        if (group.table === table) found.set(canonicalJson(columns.map((column) => row[column])), position);
        position++;
      }
    }
    return found;
  }
}

function refuseRequired(column: string, table: string, row: StoredRow, schema: Schema): void {
  if (columnNamed(findTable(schema, table), column)?.nullable) return;
  throw new GravenError("MOD-043", `Required rows of table "${table}" stand in a circle, and "${column}" takes no NULL by which it could be entered: ${canonicalJson(row)}.`, { hint: "Let one column of the circle be NULL." });
}
