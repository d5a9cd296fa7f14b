import { GravenError } from "../../base/errors.ts";
import { didYouMean } from "../../base/text.ts";
import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { DeleteRows } from "../../operations/delete-rows.ts";
import type { RowKey, Rows } from "../../operations/rows.ts";
import type { UpdateRows } from "../../operations/update-rows.ts";
import type { UpsertRows } from "../../operations/upsert-rows.ts";
import type { Schema, Table } from "../../schema/types.ts";
import { insertSql, presentKeys, valueSql, type RowSpelling } from "./rows-sql.ts";

/** How a dialect writes what SQL's own statements leave open. */
export interface KeyedSpelling extends RowSpelling {
  /** The end of an INSERT: a row whose key is there takes these columns, or stays as it is when there are none. */
  readonly onConflict: (key: readonly string[], columns: readonly string[]) => string;
  /** `onConflict` looks at the key alone, and not at every unique key of the table. */
  readonly conflictNamesKey: boolean;
  /** The table that has one row, where a SELECT needs one. */
  readonly fromNothing: string;
}

/** Conditions in one DELETE, at most: SQLite's parser nests them. */
const ROWS_PER_CONDITION = 200;

/** INSERT statements; rows that are there already are left, overwritten, or in the way, as the operation says. */
export function insertKeyedSql(spelling: KeyedSpelling, operation: BulkInsert | UpsertRows, before: Schema): string[] {
  const { by, rows, table } = operation;
  if (!by || ("onConflict" in by && by.onConflict === "fail")) return insertSql(spelling, operation);
  rows.forEach((row, index) => checkKey(row, by, table, index));
  const overwrites = operation.kind === "upsertRows";
  if (isUniqueKey(spelling, before.tables[table], by, rows)) {
    return insertSql(spelling, operation, (keys) => spelling.onConflict(by.key, overwrites ? keys.filter((key) => !by.key.includes(key)) : []));
  }
  return [...(overwrites ? updateRowsSql(spelling, { ...operation, kind: "updateRows" }) : []), ...rows.flatMap((_, index) => insertAbsentSql(spelling, operation, by, index))];
}

/** `UPDATE t SET … WHERE key`, one statement a row. A row of nothing but its key changes nothing. */
export function updateRowsSql(spelling: RowSpelling, { table, columns, by, rows }: UpdateRows): string[] {
  return rows.flatMap((row, index) => {
    checkKey(row, by, table, index);
    const present = presentKeys(row, columns, table, index).filter((column) => !by.key.includes(column));
    if (!present.length) return [];
    const set = present.map((column) => `${spelling.quote(column)} = ${cellSql(spelling, { table, columns, rows }, index, column)}`);
    return [`UPDATE ${spelling.tableName(table)} SET ${set.join(", ")} WHERE ${conditionSql(spelling, { table, columns, rows }, by, index)}`];
  });
}

/** `DELETE FROM t WHERE key OR key …`. */
export function deleteRowsSql(spelling: RowSpelling, { table, columns, by, rows }: DeleteRows): string[] {
  const conditions = rows.map((row, index) => {
    checkKey(row, by, table, index);
    presentKeys(row, columns, table, index);
    return conditionSql(spelling, { table, columns, rows }, by, index);
  });
  const target = `DELETE FROM ${spelling.tableName(table)} WHERE `;
  return Array.from({ length: Math.ceil(conditions.length / ROWS_PER_CONDITION) }, (_, at) => {
    const some = conditions.slice(at * ROWS_PER_CONDITION, (at + 1) * ROWS_PER_CONDITION);
    return target + (some.length > 1 ? `(${some.join(")\n  OR (")})` : some[0]!);
  });
}

type Cells = Pick<BulkInsert, "table" | "columns" | "rows">;

function insertAbsentSql(spelling: KeyedSpelling, cells: Cells, by: RowKey, index: number): string[] {
  const { table, columns, rows } = cells;
  const present = presentKeys(rows[index]!, columns, table, index);
  const values = present.map((column) => cellSql(spelling, cells, index, column)).join(", ");
  const name = spelling.tableName(table);
  return [`INSERT INTO ${name} (${present.map(spelling.quote).join(", ")}) SELECT ${values}${spelling.fromNothing} WHERE NOT EXISTS (SELECT 1 FROM ${name} WHERE ${conditionSql(spelling, cells, by, index)})`];
}

function conditionSql(spelling: RowSpelling, cells: Cells, { key }: RowKey, index: number): string {
  const parts = key.map((column) => {
    const value = cells.rows[index]![column];
    return value === null ? `${spelling.quote(column)} IS NULL` : `${spelling.quote(column)} = ${cellSql(spelling, cells, index, column)}`;
  });
  return parts.join(" AND ");
}

function cellSql(spelling: RowSpelling, { table, columns, rows }: Cells, index: number, column: string): string {
  return valueSql(spelling, rows[index]![column], columns[column], `Row ${index + 1} for table "${table}", column "${column}"`);
}

function checkKey(row: Rows[number], { key }: RowKey, table: string, index: number): void {
  const missing = key.find((column) => row[column] === undefined);
  if (missing !== undefined) throw new GravenError("DAT-003", `Row ${index + 1} for table "${table}" has no "${missing}", which is its key.`, { hint: didYouMean(missing, Object.keys(row)) });
}

/** Whether the database itself keeps the key unique, and a conflict can be about nothing else. */
function isUniqueKey({ conflictNamesKey }: KeyedSpelling, table: Table | undefined, { key }: RowKey, rows: Rows): boolean {
  if (!table) return false;
  const indexes = table.indexes.filter(({ unique, where, parts }) => unique && where === undefined && parts.every((part) => "column" in part));
  const keys = [
    ...(table.primaryKey ? [table.primaryKey.columns] : []),
    ...table.uniques.filter(({ deferrable }) => deferrable === undefined).map(({ columns }) => columns),
    ...indexes.map(({ parts }) => parts.map((part) => ("column" in part ? part.column : ""))),
  ];
  const isKey = (columns: readonly string[]) => columns.length === key.length && columns.every((column) => key.includes(column));
  if (!keys.some(isKey)) return false;
  return conflictNamesKey || !keys.some((columns) => !isKey(columns) && rows.some((row) => columns.some((column) => row[column] !== undefined && !key.includes(column))));
}
