import { sameJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import type { RowOptions } from "../models/required-rows.ts";
import type { Operation } from "../operations/index.ts";
import { columnsOf, keyFor, parentsFirst, rowKeyText } from "../operations/required-rows.ts";
import { keysOf, type RowKey } from "../operations/rows.ts";
import { findTable } from "../schema/find.ts";
import { plainRow, type StoredRow } from "../schema/row-values.ts";
import type { Schema, Table } from "../schema/types.ts";

/** What became of the rows of one table. */
interface RowChanges {
  readonly table: string;
  readonly options: RowOptions;
  readonly added: readonly StoredRow[];
  readonly changed: readonly (readonly [before: StoredRow, after: StoredRow])[];
  readonly removed: readonly StoredRow[];
}

/**
 * The operations that lead from the required rows of `before` to those of `after`, on a database that has the tables of `after`
 * already: rows that come, parents first; rows that change, in their changed columns; rows that go, children first. A table's
 * rows go ahead of all this where a unique value of theirs is wanted for another row.
 */
export function diffRequiredRows(before: Schema, after: Schema, options: ReadonlyMap<string, RowOptions>): readonly Operation[] {
  const keys = [...new Set([...Object.keys(before.requiredRows), ...Object.keys(after.requiredRows)])].filter((key) => !sameJson(before.requiredRows[key], after.requiredRows[key])).sort(byText);
  if (!keys.length) return [];
  const { order } = topologicalSort(keys, (key) => (after.tables[key]?.foreignKeys ?? []).map(({ references }) => references.table));
  const changes = order.map((key) => changesOf(key, before, after, options.get(key))).filter(({ added, changed, removed }) => added.length + changed.length + removed.length);
  const early = changes.filter((each) => wantsValues(findTable(after, each.table), each));
  const deletions = (list: readonly RowChanges[]) => list.toReversed().flatMap((each) => deletion(each, before, after));
  return [...deletions(early), ...changes.flatMap((each) => insertion(each, after)), ...changes.flatMap((each) => update(each, before, after)), ...deletions(changes.filter((each) => !early.includes(each)))];
}

function changesOf(table: string, before: Schema, after: Schema, given: RowOptions | undefined): RowChanges {
  const [former, next] = [before.requiredRows[table]?.rows ?? [], after.requiredRows[table]?.rows ?? []];
  const options: RowOptions = given ?? { key: keyFor(findTable(after, table), former), ignore: [], onConflict: "adopt", drift: "keep" };
  const byKey = (rows: readonly StoredRow[]) => new Map(rows.map((row) => [rowKeyText(row, options.key), row]));
  const [standing, wanted] = [byKey(former), byKey(next)];
  const changed: [StoredRow, StoredRow][] = [];
  for (const [key, row] of wanted) {
    const present = standing.get(key);
    if (!present) continue;
    const target = withIgnored(row, present, options.ignore);
    if (!sameJson(present, target)) changed.push([present, target]);
  }
  return { table, options, added: [...wanted].filter(([key]) => !standing.has(key)).map(([, row]) => row), changed, removed: [...standing].filter(([key]) => !wanted.has(key)).map(([, row]) => row) };
}

/** An ignored column stays as it was inserted, whatever the models say since. */
function withIgnored(row: StoredRow, present: StoredRow, ignore: readonly string[]): StoredRow {
  if (!ignore.length) return row;
  const kept = Object.fromEntries(ignore.flatMap((column) => (column in present ? [[column, present[column]!]] : [])));
  return { ...Object.fromEntries(Object.entries(row).filter(([column]) => !ignore.includes(column))), ...kept };
}

function insertion({ table, options, added }: RowChanges, after: Schema): Operation[] {
  if (!added.length) return [];
  const rows = parentsFirst(added, table).map((row) => plainRow(row, table, after));
  const common = { table, columns: columnsOf(findTable(after, table), rows), rows };
  const { onConflict } = options;
  if (onConflict === "update") return [{ kind: "upsertRows", ...common, by: keyOf(options), was: [] }];
  return [{ kind: "bulkInsert", ...common, by: { ...keyOf(options), ...(onConflict !== "adopt" && { onConflict }) } }];
}

function keyOf({ key, ignore, drift }: RowOptions): RowKey {
  return { key, required: true, ...(ignore.length && { ignore }), ...(drift !== "keep" && { drift }) };
}

function update({ table, options, changed }: RowChanges, before: Schema, after: Schema): Operation[] {
  if (!changed.length) return [];
  const { key } = options;
  const differing = changed.map(([former, next]) => [...new Set([...Object.keys(former), ...Object.keys(next)])].filter((column) => key.includes(column) || !sameJson(former[column], next[column])));
  const some = (row: StoredRow, columns: readonly string[]) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)));
  const rows = changed.map(([, next], at) => plainRow(some(next, differing[at]!), table, after));
  const was = changed.map(([former], at) => plainRow(some(former, differing[at]!), table, before));
  return [{ kind: "updateRows", table, columns: columnsOf(findTable(after, table), rows, was), by: keyOf(options), rows, was }];
}

function deletion({ table, options, removed }: RowChanges, before: Schema, after: Schema): Operation[] {
  if (!removed.length) return [];
  const was = parentsFirst(removed, table).map((row) => plainRow(row, table, before));
  return [{ kind: "deleteRows", table, columns: columnsOf(findTable(after, table), was), by: keyOf(options), rows: keysOf(was, { key: options.key }), was }];
}

/** Whether a row that comes or changes takes a value that must be its own from one that goes. */
function wantsValues(table: Table, { added, changed, removed }: RowChanges): boolean {
  const keys = [...(table.primaryKey ? [table.primaryKey.columns] : []), ...table.uniques.map(({ columns }) => columns), ...table.indexes.flatMap(({ unique, parts }) => (unique ? [parts.flatMap((part) => ("column" in part ? [part.column] : []))] : []))];
  const next = [...added, ...changed.map(([, row]) => row)];
  return keys.some((columns) => {
    const whole = (row: StoredRow) => columns.length > 0 && columns.every((column) => row[column] !== undefined && row[column] !== null);
    const wanted = new Set(next.filter(whole).map((row) => rowKeyText(row, columns)));
    return removed.some((row) => whole(row) && wanted.has(rowKeyText(row, columns)));
  });
}
