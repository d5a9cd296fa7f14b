import { canonicalJson, type Json } from "../base/json.ts";
import type { Draft } from "../schema/edit.ts";
import { findTable } from "../schema/find.ts";
import { mayRefer } from "../schema/lazy-rows.ts";
import { plainRow, referenceIn, requiredRowsOf, storedRow, type StoredRow } from "../schema/row-values.ts";
import type { RequiredRows, Schema, Table } from "../schema/types.ts";
import type { Operation, RowOperation } from "./index.ts";
import { inOrderOfKey, parentsFirst, rowKeyText } from "./row-order.ts";
import { columnsUsed, withFormer, type Rows } from "./rows.ts";

/** What an operation made of the rows of its table. */
interface Applied {
  readonly former: RequiredRows | undefined;
  readonly rows: RequiredRows | undefined;
  readonly changed: readonly (readonly [before: StoredRow, after: StoredRow])[];
}

/** By operation: a command applies the same one to the same rows many times, and there may be many rows. */
const applied = new WeakMap<RowOperation, Applied>();

/** Does to the required rows of a draft what an operation does to those of the database. Rows of users are none of them. */
export function applyRequired(draft: Draft, operation: RowOperation): void {
  const { by, table } = operation;
  if (!by?.required) return;
  findTable(draft, table);
  const former = draft.requiredRows[table];
  let known = applied.get(operation);
  if (!known || known.former !== former) {
    known = appliedTo(former, operation, by.key);
    applied.set(operation, known);
  }
  if (known.rows) draft.requiredRows[table] = known.rows;
  else delete draft.requiredRows[table];
  if (known.changed.length) followChanges(draft, table, known.changed);
}

function appliedTo(standing: RequiredRows | undefined, operation: RowOperation, by: readonly string[]): Applied {
  const keyOf = (row: StoredRow) => rowKeyText(row, by);
  const rows = new Map((standing?.rows ?? []).map((row) => [keyOf(row), row]));
  const changed: [StoredRow, StoredRow][] = [];
  for (const pair of withFormer(operation.rows, operation.kind === "updateRows" ? operation.was : undefined, operation.by!)) {
    const row = storedRow(pair.row, operation.columns);
    const former = pair.former && storedRow(pair.former, operation.columns);
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
  return { former: standing, rows: rows.size ? requiredRowsOf([...rows.values()]) : undefined, changed };
}

/** References name a row by values that may just have changed. */
function followChanges(draft: Draft, table: string, changed: readonly (readonly [before: StoredRow, after: StoredRow])[]): void {
  const named = new Set(Object.values(draft.requiredRows).filter(mayRefer).flatMap(({ rows }) => rows.flatMap((row) => Object.values(row).flatMap((value) => referencedColumns(value, table)))));
  const moved = changed.filter(([before, after]) => [...named].some((column) => canonicalJson(before[column]) !== canonicalJson(after[column])));
  if (!moved.length) return;
  mapRequired(draft, { referring: true }, (row) =>
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

function setRequired(draft: Draft, table: string, rows: readonly StoredRow[]): void {
  if (rows.length) draft.requiredRows[table] = requiredRowsOf(rows);
  else delete draft.requiredRows[table];
}

/** Changes the required rows of a table, and with `referring` those that hold references; a row that the change gives back as it is costs nothing. */
export function mapRequired(draft: Draft, concerned: { readonly table?: string; readonly referring?: true }, change: (row: StoredRow, table: string) => StoredRow): void {
  for (const [table, required] of Object.entries(draft.requiredRows)) {
    if (table !== concerned.table && !(concerned.referring && mayRefer(required))) continue;
    const changed = required.rows.map((row) => change(row, table));
    if (changed.some((row, at) => row !== required.rows[at])) setRequired(draft, table, changed);
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
  const key = keyFor(found, rows);
  const plain = parentsFirst(inOrderOfKey(rows, key), found).map((row) => plainRow(row, table, before));
  return [{ kind: "bulkInsert", table, columns: columnsOf(found, plain), rows: plain, by: { key, required: true } }];
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

/** The types of the columns that rows use, as the stub of a revision declares them. */
export function columnsOf(table: Table, ...lists: readonly Rows[]) {
  return columnsUsed(Object.fromEntries(table.columns.map(({ name, type }) => [name, type])), ...lists);
}

export function without(row: StoredRow, columns: readonly string[]): StoredRow {
  if (!columns.some((column) => column in row)) return row;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}
