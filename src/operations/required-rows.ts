import { canonicalJson, type Json } from "../base/json.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import type { Draft } from "../schema/edit.ts";
import { findTable } from "../schema/find.ts";
import { plainRow, referenceIn, requiredRowsOf, storedRow, type StoredRow } from "../schema/row-values.ts";
import type { Schema, Table } from "../schema/types.ts";
import type { Operation, RowOperation } from "./index.ts";
import { columnsUsed, withFormer, type Rows } from "./rows.ts";

/** Does to the required rows of a draft what an operation does to those of the database. Rows of users are none of them. */
export function applyRequired(draft: Draft, operation: RowOperation): void {
  const { by, table, columns } = operation;
  if (!by?.required) return;
  findTable(draft, table);
  const keyOf = (row: StoredRow) => rowKeyText(row, by.key);
  const rows = new Map((draft.requiredRows[table]?.rows ?? []).map((row) => [keyOf(row), row]));
  const changed: [StoredRow, StoredRow][] = [];
  for (const pair of withFormer(operation.rows, operation.kind === "updateRows" ? operation.was : undefined, by)) {
    const row = storedRow(pair.row, columns);
    const former = pair.former && storedRow(pair.former, columns);
    const key = keyOf(former ?? row);
    const present = rows.get(key);
    if (operation.kind === "deleteRows") rows.delete(key);
    else if (operation.kind === "bulkInsert") rows.set(key, row);
    else {
      const next = { ...without(present ?? {}, Object.keys(former ?? {})), ...row };
      if (keyOf(row) !== key) rows.delete(key);
      rows.set(keyOf(row), next);
      if (present) changed.push([present, next]);
    }
  }
  setRequired(draft, table, [...rows.values()]);
  if (changed.length) followChanges(draft, table, changed);
}

/** References name a row by values that may just have changed. */
function followChanges(draft: Draft, table: string, changed: readonly (readonly [before: StoredRow, after: StoredRow])[]): void {
  const named = new Set(Object.values(draft.requiredRows).flatMap(({ rows }) => rows.flatMap((row) => Object.values(row).flatMap((value) => referencedColumns(value, table)))));
  const moved = changed.filter(([before, after]) => [...named].some((column) => canonicalJson(before[column]) !== canonicalJson(after[column])));
  if (!moved.length) return;
  mapRequired(draft, (row) =>
    mapReferences(row, (ref) => {
      if (ref.table !== table) return ref;
      const pair = moved.find(([before]) => Object.entries(ref.key).every(([column, value]) => canonicalJson(before[column]) === canonicalJson(value)));
      return pair ? { ...ref, key: Object.fromEntries(Object.keys(ref.key).map((column) => [column, pair[1][column] ?? null])) } : ref;
    }),
  );
}

function referencedColumns(value: Json, table: string): readonly string[] {
  const ref = referenceIn(value);
  if (!ref) return [];
  return [...(ref.table === table ? Object.keys(ref.key) : []), ...Object.values(ref.key).flatMap((each) => referencedColumns(each, table))];
}

export function setRequired(draft: Draft, table: string, rows: readonly StoredRow[]): void {
  if (rows.length) draft.requiredRows[table] = requiredRowsOf(rows);
  else delete draft.requiredRows[table];
}

/** Changes the required rows of every table; a row that the change gives back as it is costs nothing. */
export function mapRequired(draft: Draft, change: (row: StoredRow, table: string) => StoredRow): void {
  for (const [table, { rows }] of Object.entries(draft.requiredRows)) {
    const changed = rows.map((row) => change(row, table));
    if (changed.some((row, at) => row !== rows[at])) setRequired(draft, table, changed);
  }
}

/** The row with each reference in it changed. */
export function mapReferences(row: StoredRow, change: (ref: NonNullable<ReturnType<typeof referenceIn>>) => NonNullable<ReturnType<typeof referenceIn>>): StoredRow {
  if (!Object.values(row).some((value) => referenceIn(value))) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const ref = referenceIn(value);
      return [column, ref ? ({ ref: change({ ...ref, key: mapReferences(ref.key, change) }) } as unknown as Json) : value];
    }),
  );
}

/** Brings back the required rows of a table that was dropped. */
export function rowsAgain(table: string, before: Schema): readonly Operation[] {
  const rows = before.requiredRows[table]?.rows;
  if (!rows) return [];
  const found = findTable(before, table);
  const plain = parentsFirst(rows, table).map((row) => plainRow(row, table, before));
  return [{ kind: "bulkInsert", table, columns: columnsOf(found, plain), rows: plain, by: { key: keyFor(found, rows), required: true } }];
}

/** Brings back the values that some columns of required rows held. */
export function valuesAgain(table: string, columns: readonly string[], before: Schema): readonly Operation[] {
  const holding = (before.requiredRows[table]?.rows ?? []).filter((row) => columns.some((column) => column in row));
  if (!holding.length) return [];
  const found = findTable(before, table);
  const key = keyFor(found, holding.map((row) => without(row, columns)));
  const plain = holding.map((row) => plainRow(Object.fromEntries(Object.entries(row).filter(([name]) => key.includes(name) || columns.includes(name))), table, before));
  return [{ kind: "updateRows", table, columns: columnsOf(found, plain), by: { key, required: true }, rows: plain }];
}

/** A key that tells the rows apart: a primary or unique key that all of them hold, or all that they hold. */
export function keyFor(table: Table, rows: readonly StoredRow[]): readonly string[] {
  const keys = [...table.uniques.map(({ columns }) => columns), ...(table.primaryKey ? [table.primaryKey.columns] : [])];
  const held = keys.find((columns) => rows.every((row) => columns.every((column) => row[column] !== undefined && row[column] !== null)));
  return held ?? [...new Set(rows.flatMap(Object.keys))];
}

/** Rows so that one which another of the same table refers to stands before it. */
export function parentsFirst(rows: readonly StoredRow[], table: string): readonly StoredRow[] {
  if (!rows.some((row) => Object.values(row).some((value) => referenceIn(value)?.table === table))) return rows;
  const { order } = topologicalSort(
    rows.map((_, at) => String(at)),
    (at) => Object.values(rows[Number(at)]!).flatMap((value) => {
      const ref = referenceIn(value);
      const parent = ref?.table === table ? rows.findIndex((row) => Object.entries(ref.key).every(([column, each]) => canonicalJson(row[column]) === canonicalJson(each))) : -1;
      return parent < 0 || String(parent) === at ? [] : [String(parent)];
    }),
  );
  return order.map((at) => rows[Number(at)]!);
}

export function rowKeyText(row: StoredRow, key: readonly string[]): string {
  return canonicalJson(key.map((column) => row[column]));
}

/** The types of the columns that rows use, as the stub of a revision declares them. */
export function columnsOf(table: Table, ...lists: readonly Rows[]) {
  return columnsUsed(Object.fromEntries(table.columns.map(({ name, type }) => [name, type])), ...lists);
}

export function without(row: StoredRow, columns: readonly string[]): StoredRow {
  if (!columns.some((column) => column in row)) return row;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}
