import { GravenError } from "../../base/errors.ts";
import { didYouMean } from "../../base/text.ts";
import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { DeleteRows } from "../../operations/delete-rows.ts";
import { keyText, withFormer, type RowKey, type Rows } from "../../operations/rows.ts";
import type { UpdateRows } from "../../operations/update-rows.ts";
import type { UpsertRows } from "../../operations/upsert-rows.ts";
import type { Schema, Table } from "../../schema/types.ts";
import { cellSql, conditionSql, holdsSql, type Cells, type KeyedSpelling } from "./row-conditions.ts";
import { insertSql, presentKeys } from "./rows-sql.ts";
import { uniqueKeys, uniqueMoves } from "./unique-moves.ts";

/** Conditions in one DELETE, at most: SQLite's parser nests them. */
const ROWS_PER_CONDITION = 200;

/** INSERT statements; rows that are there already are left, overwritten, or in the way, as the operation says. */
export function insertKeyedSql(spelling: KeyedSpelling, operation: BulkInsert | UpsertRows, before: Schema): string[] {
  const { by, rows, table } = operation;
  if (!by) return insertSql(spelling, operation);
  rows.forEach((row, index) => checkKey(row, by, table, index));
  if ("onConflict" in by && by.onConflict === "fail") return insertSql(spelling, operation);
  const overwrites = operation.kind === "upsertRows" || (by.drift === "overwrite" && !("onConflict" in by));
  if (isUniqueKey(spelling, before.tables[table], by, rows)) {
    return insertSql(spelling, operation, (keys) => spelling.onConflict(by.key, overwrites ? keys.filter((key) => !by.key.includes(key) && !by.ignore?.includes(key)) : []));
  }
  return [...(overwrites ? updateRowsSql(spelling, { kind: "updateRows", table, columns: operation.columns, by, rows }, before) : []), ...rows.flatMap((_, index) => insertAbsentSql(spelling, operation, by, index))];
}

/**
 * `UPDATE t SET … WHERE key AND what it held before`, one statement a row; a row that holds something else is left, unless it is
 * to be overwritten. A row of nothing but its key changes nothing. Rows that take unique values from each other go in an order in which
 * they find them free, and where that is a circle, step aside first.
 */
export function updateRowsSql(spelling: KeyedSpelling, { table, columns, by, rows, was }: UpdateRows, before: Schema): string[] {
  const pairs = withFormer(rows, was, by);
  const { order, aside } = uniqueMoves(pairs, by.key, table, before);
  const statement = (index: number, present: readonly string[], cells: Cells, finders: Cells): string => {
    const set = present.map((column) => `${spelling.quote(column)} = ${cellSql(spelling, cells, index, column)}`);
    const guard = pairs[index]!.former && by.drift !== "overwrite" ? holdsSql(spelling, finders, index, by.key, by.ignore ?? []) : "";
    return `UPDATE ${spelling.tableName(table)} SET ${set.join(", ")} WHERE ${[conditionSql(spelling, finders, by, index), guard].filter(Boolean).join(" AND ")}`;
  };
  const cellsOf = (list: Rows): Cells => ({ table, columns, rows: list });
  const standing = cellsOf(pairs.map(({ row, former }) => former ?? row));
  const stepsAside = [...aside].map(([index, values]) => statement(index, Object.keys(values), cellsOf(pairs.map((_, at) => aside.get(at) ?? {})), standing));
  const moved = cellsOf(standing.rows.map((row, at) => ({ ...row, ...aside.get(at) })));
  pairs.forEach(({ row, former }, index) => {
    checkKey(row, by, table, index);
    if (former) checkKey(former, by, table, index);
  });
  const updates = order.flatMap((index) => {
    const { row, former } = pairs[index]!;
    const moves = former !== undefined && keyText(row, by.key) !== keyText(former, by.key);
    const present = presentKeys(row, columns, table, index).filter((column) => moves || !by.key.includes(column));
    return present.length ? [statement(index, present, cellsOf(rows), moved)] : [];
  });
  return [...stepsAside, ...updates];
}

/**
 * `DELETE FROM t WHERE key OR key …`; a row that holds something else than it was said to is left, unless that does not matter. The
 * rows come parents first: where the database looks at each by itself they go one by one, from the last one on.
 */
export function deleteRowsSql(spelling: KeyedSpelling, { table, columns, by, rows, was }: DeleteRows, before: Schema): string[] {
  const pairs = withFormer(rows, was, by);
  const finders = { table, columns, rows: pairs.map(({ row, former }) => former ?? row) };
  const conditions = pairs.map(({ row, former }, index) => {
    checkKey(row, by, table, index);
    presentKeys(row, columns, table, index);
    const guard = former && by.drift !== "overwrite" ? holdsSql(spelling, finders, index, by.key, by.ignore ?? []) : "";
    return [conditionSql(spelling, { table, columns, rows }, by, index), guard].filter(Boolean).join(" AND ");
  });
  const target = `DELETE FROM ${spelling.tableName(table)} WHERE `;
  const isTree = before.tables[table]?.foreignKeys.some(({ references }) => references.table === table);
  if (spelling.checksEachRow && isTree) return conditions.map((each) => target + each).toReversed();
  return Array.from({ length: Math.ceil(conditions.length / ROWS_PER_CONDITION) }, (_, at) => {
    const some = conditions.slice(at * ROWS_PER_CONDITION, (at + 1) * ROWS_PER_CONDITION);
    return target + (some.length > 1 ? `(${some.join(")\n  OR (")})` : some[0]!);
  });
}

function insertAbsentSql(spelling: KeyedSpelling, cells: Cells, by: RowKey, index: number): string[] {
  const { table, columns, rows } = cells;
  const present = presentKeys(rows[index]!, columns, table, index);
  const values = present.map((column) => cellSql(spelling, cells, index, column)).join(", ");
  const name = spelling.tableName(table);
  return [`INSERT INTO ${name} (${present.map(spelling.quote).join(", ")}) SELECT ${values}${spelling.fromNothing} WHERE NOT EXISTS (SELECT 1 FROM ${name} WHERE ${conditionSql(spelling, cells, by, index)})`];
}

function checkKey(row: Rows[number], { key }: RowKey, table: string, index: number): void {
  const missing = key.find((column) => row[column] === undefined);
  if (missing !== undefined) throw new GravenError("DAT-003", `Row ${index + 1} for table "${table}" has no "${missing}", which is its key.`, { hint: didYouMean(missing, Object.keys(row)) });
}

/** Whether the database itself keeps the key unique, and a conflict can be about nothing else. */
function isUniqueKey({ conflictNamesKey }: KeyedSpelling, table: Table | undefined, { key }: RowKey, rows: Rows): boolean {
  if (!table) return false;
  const keys = uniqueKeys(table, ({ where }) => where === undefined);
  const isKey = (columns: readonly string[]) => columns.length === key.length && columns.every((column) => key.includes(column));
  if (!keys.some(isKey)) return false;
  return conflictNamesKey || !keys.some((columns) => !isKey(columns) && rows.some((row) => columns.some((column) => row[column] !== undefined && !key.includes(column))));
}
