import type { Operation } from "../operations/index.ts";
import type { Schema, Table } from "../schema/types.ts";
import { columnAfter, operationsIn, tableAfter } from "./operations-in.ts";
import { NULL_TEXT, type DatabaseRows } from "./table-rows.ts";

type Row = Readonly<Record<string, string>>;

/** Rows of a table that went, without a word of it in the revision. */
export interface Loss {
  readonly table: string;
  readonly column?: string;
  readonly lost: number;
  readonly of: number;
}

/**
 * The rows of `before` that are not in `after`, an upgrade later. A table that the operations drop, or delete rows from, is none
 * of it: they say so. Rows are the same by their primary key; where that is rewritten, only their number counts.
 */
export function lossesUpward(before: DatabaseRows, after: DatabaseRows, schema: Schema, operations: readonly Operation[]): readonly Loss[] {
  const all = operationsIn(operations);
  const deleted = new Set(all.flatMap((operation) => (operation.kind === "deleteRows" ? [operation.table] : [])));
  return [...before].flatMap(([key, rows]) => {
    const name = tableAfter(all, key);
    const left = name === undefined ? undefined : after.get(name);
    if (!rows.length || name === undefined || !left || deleted.has(name) || deleted.has(key)) return [];
    const primary = (schema.tables[key]!.primaryKey?.columns ?? []).map((column) => [column, columnAfter(all, key, column)] as const);
    const renamed = (row: Row): Row => Object.fromEntries(primary.map(([column, now]) => [now ?? column, row[column]!]));
    const lost = missing(rows.map(renamed), left, primary.map(([column, now]) => now ?? column), writesFreely(all));
    return lost ? [{ table: key, lost, of: rows.length }] : [];
  });
}

/**
 * What the way up and down again costs: rows that are gone, and values that are gone or changed in columns that the revision's
 * operations do not touch. A revision that runs SQL or functions may change any value; what it makes NULL is lost all the same.
 */
export function lossesThereAndBack(before: DatabaseRows, after: DatabaseRows, schema: Schema, up: readonly Operation[], down: readonly Operation[]): readonly Loss[] {
  const [rising, all] = [operationsIn(up), operationsIn([...up, ...down])];
  const isAnyFree = writesFreely(all);
  const deleted = new Set(all.flatMap((operation) => (operation.kind === "deleteRows" ? [operation.table] : [])));
  return [...before].flatMap(([key, rows]): Loss[] => {
    const now = tableAfter(rising, key);
    const left = after.get(key);
    if (!rows.length || now === undefined || !left || deleted.has(key) || deleted.has(now)) return [];
    const table = schema.tables[key]!;
    const primary = table.primaryKey?.columns ?? [];
    const lost = missing(rows, left, primary, isAnyFree);
    if (lost) return [{ table: key, lost, of: rows.length }];
    if (!primary.length) return [];
    const standing = new Map(left.map((row) => [keyText(row, primary), row]));
    return table.columns.flatMap((column): Loss[] => {
      if (columnAfter(rising, key, column.name) === undefined) return [];
      const isFree = isAnyFree || isWritten(table, key, column.name, all);
      const worse = rows.filter((row) => {
        const other = standing.get(keyText(row, primary));
        if (!other || row[column.name] === other[column.name]) return false;
        return !isFree || other[column.name] === NULL_TEXT;
      });
      return worse.length ? [{ table: key, column: column.name, lost: worse.length, of: rows.length }] : [];
    });
  });
}

/** Tables that hold fewer rows the second time. */
export function lossesOfTheSecondUpgrade(first: DatabaseRows, second: DatabaseRows): readonly Loss[] {
  return [...first].flatMap(([table, rows]) => {
    const lost = rows.length - (second.get(table)?.length ?? rows.length);
    return lost > 0 ? [{ table, lost, of: rows.length }] : [];
  });
}

/** How many rows are gone. Where SQL may have rewritten keys, only the number of rows can tell. */
function missing(rows: readonly Row[], left: readonly Row[], key: readonly string[], isFree: boolean): number {
  if (isFree || !key.length) return Math.max(0, rows.length - left.length);
  const standing = new Set(left.map((row) => keyText(row, key)));
  return rows.filter((row) => !standing.has(keyText(row, key))).length;
}

function writesFreely(operations: readonly Operation[]): boolean {
  return operations.some(({ kind }) => kind === "execute" || kind === "run");
}

/** Whether operations say that they change a column: they alter it, or write rows of its table. */
function isWritten(table: Table, key: string, column: string, operations: readonly Operation[]): boolean {
  const type = table.columns.find(({ name }) => name === column)?.type;
  return operations.some((operation) => {
    if (operation.kind === "alterColumn") return operation.column === column || operation.table === key;
    if (operation.kind === "backfill") return Object.hasOwn(operation.assignments.set, column);
    if (operation.kind === "updateRows" || operation.kind === "upsertRows") return operation.table === key || Object.hasOwn(operation.columns, column);
    if (operation.kind === "alterEnum" || operation.kind === "renameEnumLabel") return type?.kind === "enum" && type.name === operation.name;
    return false;
  });
}

function keyText(row: Row, key: readonly string[]): string {
  return key.map((column) => row[column] ?? "").join("\u0000");
}
