import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { RowKey } from "../../operations/rows.ts";
import { isRowReference } from "../../schema/row-reference.ts";
import type { ColumnType } from "../../schema/types.ts";
import { valueSql, type RowSpelling } from "./rows-sql.ts";

/** How a dialect writes what SQL's own statements leave open. */
export interface KeyedSpelling extends RowSpelling {
  /** The end of an INSERT: a row whose key is there takes these columns, or stays as it is when there are none. */
  readonly onConflict: (key: readonly string[], columns: readonly string[]) => string;
  /** `onConflict` looks at the key alone, and not at every unique key of the table. */
  readonly conflictNamesKey: boolean;
  /** Foreign keys are looked at row by row, and not at the end of the statement. */
  readonly checksEachRow: boolean;
  /** The table that has one row, where a SELECT needs one. */
  readonly fromNothing: string;
  /** The condition that a column holds a value which is not NULL. `written` is the value as a literal of the column's type. */
  readonly same: (column: string, written: string, type: ColumnType | undefined, value: unknown) => string;
  /** The condition that two expressions are equal or both NULL. */
  readonly sameOrNull: (a: string, b: string) => string;
}

/** Rows with what says how their values are written. */
export type Cells = Pick<BulkInsert, "table" | "columns" | "rows">;

/** The condition that finds a row by its key. */
export function conditionSql(spelling: RowSpelling, cells: Cells, { key }: RowKey, index: number): string {
  const parts = key.map((column) => {
    const value = cells.rows[index]![column];
    return value === null ? `${spelling.quote(column)} IS NULL` : `${spelling.quote(column)} = ${cellSql(spelling, cells, index, column)}`;
  });
  return parts.join(" AND ");
}

/** The condition that a row holds these values beside its key; empty where there are none that SQL could compare. */
export function holdsSql(spelling: KeyedSpelling, cells: Cells, index: number, key: readonly string[], ignore: readonly string[]): string {
  const row = cells.rows[index]!;
  const compared = Object.keys(row).filter((column) => row[column] !== undefined && !key.includes(column) && !ignore.includes(column) && !isSql(row[column]));
  return compared.map((column) => sameSql(spelling, cells, index, column)).join(" AND ");
}

function sameSql(spelling: KeyedSpelling, cells: Cells, index: number, column: string): string {
  const value = cells.rows[index]![column];
  const [name, written] = [spelling.quote(column), cellSql(spelling, cells, index, column)];
  if (value === null || written === "NULL") return `${name} IS NULL`;
  // A row that is not there any more gives NULL, as the column that pointed at it may hold.
  return isRowReference(value) ? spelling.sameOrNull(name, written) : spelling.same(name, written, cells.columns[column], value);
}

function isSql(value: unknown): boolean {
  return typeof value === "object" && value !== null && "sql" in value && "toOperationNode" in value;
}

/** A value of a row as SQL. */
export function cellSql(spelling: RowSpelling, { table, columns, rows }: Cells, index: number, column: string): string {
  return valueSql(spelling, rows[index]![column], columns[column], `Row ${index + 1} for table "${table}", column "${column}"`);
}
