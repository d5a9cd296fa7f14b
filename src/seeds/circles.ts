import { canonicalJson } from "../base/json.ts";
import { GravenError } from "../base/errors.ts";
import { byText } from "../base/text.ts";
import { columnNamed, findTable } from "../schema/find.ts";
import { referenceIn, type StoredRow } from "../schema/row-values.ts";
import type { ForeignKey, Schema } from "../schema/types.ts";

/** Rows of a table, in the order in which they are inserted. */
export interface RowGroup {
  readonly table: string;
  /** The columns that tell the rows apart. */
  readonly key: readonly string[];
  readonly rows: readonly StoredRow[];
}

/** A row with a reference that it cannot have yet. */
export interface LateReference {
  readonly table: string;
  readonly row: StoredRow;
  readonly columns: readonly string[];
}

/**
 * Rows that point at one which stands later, as those of a circle do, or at themselves: they begin with NULL there, and take the
 * value once all rows are in. Throws MOD-043 where a reference stands in a column that takes no NULL. The values of a foreign key
 * there are left as they are: some databases take them, as they look at the end of the statement.
 */
export function cutCircles(groups: readonly RowGroup[], schema: Schema): { readonly groups: readonly RowGroup[]; readonly late: readonly LateReference[] } {
  const refers = groups.some(({ rows }) => rows.some((row) => Object.values(row).some((value) => referenceIn(value))));
  const pointsWithin = groups.some(({ table }) => findTable(schema, table).foreignKeys.some(({ references }) => groups.some((group) => group.table === references.table)));
  if (!refers && !pointsWithin) return { groups, late: [] };
  const positions = new Positions(groups);
  const late: LateReference[] = [];
  let position = 0;
  const cut = groups.map(({ table, key, rows }) => ({
    table,
    key,
    rows: rows.map((row) => {
      const here = position++;
      const named = Object.keys(row).filter((column) => (positions.of(row[column]) ?? -1) >= here);
      for (const column of named) refuseRequired(column, table, row, schema);
      const valued = findTable(schema, table).foreignKeys.filter((foreignKey) => (positions.ofValues(foreignKey, row) ?? -1) >= here).flatMap(({ columns }) => columns.filter((column) => columnNamed(findTable(schema, table), column)?.nullable && !key.includes(column)));
      const columns = [...new Set([...named, ...valued])];
      if (!columns.length) return row;
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
    const columns = Object.keys(ref.key).sort(byText);
    return this.find(ref.table, columns, columns.map((column) => ref.key[column]));
  }

  /** The same for a foreign key whose columns hold values. */
  ofValues({ columns, references }: ForeignKey, row: StoredRow): number | undefined {
    const values = columns.map((column) => row[column]);
    return values.every((value) => value !== undefined && value !== null && !referenceIn(value)) ? this.find(references.table, references.columns, values) : undefined;
  }

  private find(table: string, columns: readonly string[], values: readonly unknown[]): number | undefined {
    const name = JSON.stringify([table, columns]);
    let found = this.known.get(name);
    if (!found) this.known.set(name, (found = this.positions(table, columns)));
    return found.get(canonicalJson(values));
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
