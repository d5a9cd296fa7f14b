import { sameJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import type { RowOptions } from "../models/required-rows.ts";
import type { Operation } from "../operations/index.ts";
import { columnsOf, keyFor } from "../operations/required-rows.ts";
import { inOrderOfKey, parentsFirst, rowKeyText } from "../operations/row-order.ts";
import { keysOf } from "../operations/rows.ts";
import { columnNamed, findTable } from "../schema/find.ts";
import { plainRow, referenceIn, type StoredRow } from "../schema/row-values.ts";
import { sameObject } from "../schema/same.ts";
import type { RequiredRows, Schema, Table } from "../schema/types.ts";
import { cutCircles, type LateReference, type RowGroup } from "./circles.ts";
import { keyOf } from "./row-key.ts";

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
 * rows go ahead of all this where a unique value of theirs is wanted for another row; and one that changes takes its own unique
 * values before rows come that want those it had.
 */
export function diffRequiredRows(before: Schema, after: Schema, options: ReadonlyMap<string, RowOptions>): readonly Operation[] {
  const keys = [...new Set([...Object.keys(before.requiredRows), ...Object.keys(after.requiredRows)])].filter((key) => !isSame(before.requiredRows[key], after.requiredRows[key])).sort(byText);
  if (!keys.length) return [];
  const found = new Map(keys.map((key) => [key, changesOf(key, before, after, options.get(key))]));
  const changes = tablesInOrder(found, after).map((key) => found.get(key)!).filter(({ added, changed, removed }) => added.length + changed.length + removed.length);
  const early = changes.filter((each) => wantsValues(findTable(after, each.table), each));
  const freed = new Map(changes.map((each) => [each, freedColumns(findTable(after, each.table), each)]));
  const coming = cutCircles(changes.flatMap((each) => groupOf(each, each.added, after)), after);
  const going = cutCircles(changes.flatMap((each) => groupOf(each, each.removed, before)), before);
  const optionsOf = (table: string) => found.get(table)!.options;
  const deletions = (isEarly: boolean) => going.groups.filter(({ table }) => early.includes(found.get(table)!) === isEarly).toReversed().flatMap(({ table, rows }) => deletion(table, optionsOf(table), rows, before, after));
  return [
    ...going.late.flatMap((each) => pointing(each, optionsOf(each.table), before, after, "nowhere")),
    ...deletions(true),
    ...changes.flatMap((each) => update(each, before, after, (column) => freed.get(each)!.has(column))),
    ...coming.groups.flatMap(({ table, rows }) => insertion(table, optionsOf(table), rows, after)),
    ...coming.late.flatMap((each) => pointing(each, optionsOf(each.table), after, after, "there")),
    ...changes.flatMap((each) => update(each, before, after, (column) => !freed.get(each)!.has(column))),
    ...deletions(false),
  ];
}

function groupOf({ table, options: { key } }: RowChanges, rows: readonly StoredRow[], schema: Schema): RowGroup[] {
  return rows.length ? [{ table, key, rows: parentsFirst(rows, findTable(schema, table)) }] : [];
}

function isSame(before: RequiredRows | undefined, after: RequiredRows | undefined): boolean {
  return before !== undefined && after !== undefined && sameObject(before, after);
}

/** Tables after those that their rows point at; in a circle, after those that they cannot do without. */
function tablesInOrder(found: ReadonlyMap<string, RowChanges>, after: Schema): readonly string[] {
  const pointedAt = (key: string, isRequired: boolean) =>
    (after.tables[key]?.foreignKeys ?? []).filter(({ columns }) => !isRequired || columns.every((column) => !columnNamed(after.tables[key]!, column)?.nullable)).map(({ references }) => references.table);
  const { order, cycles } = topologicalSort([...found.keys()], (key) => [...pointedAt(key, false), ...referencedTables(found.get(key)!)]);
  const sorted = new Map(cycles.map((members) => [members[0]!, topologicalSort(members, (key) => pointedAt(key, true)).order]));
  const others = new Set(cycles.flatMap((members) => members.slice(1)));
  return order.flatMap((key) => sorted.get(key) ?? (others.has(key) ? [] : [key]));
}

/** The tables that rows name in references, foreign key or not. */
function referencedTables({ added, changed, removed }: RowChanges): readonly string[] {
  const rows = [...added, ...changed.map(([, row]) => row), ...removed];
  return [...new Set(rows.flatMap((row) => Object.values(row).flatMap((value) => referenceIn(value)?.table ?? [])))];
}

/** Gives a row of a circle its reference once all rows are in, or takes it from it before any goes. */
function pointing({ table, row, columns }: LateReference, options: RowOptions, holding: Schema, after: Schema, to: "there" | "nowhere"): Operation[] {
  const key = options.key.filter((column) => !columns.includes(column));
  const only = (names: readonly string[]) => Object.fromEntries(Object.entries(row).filter(([column]) => key.includes(column) || names.includes(column)));
  const [pointed, free] = [plainRow(only(columns), table, holding), plainRow({ ...only([]), ...Object.fromEntries(columns.map((column) => [column, null])) }, table, holding)];
  const [rows, was] = to === "there" ? [[pointed], [free]] : [[free], [pointed]];
  const used = columnsOf(findTable(after, table), rows, was);
  return [{ kind: "updateRows", table, columns: used, by: keyOf({ ...options, key }, used), rows, was }];
}

function changesOf(table: string, before: Schema, after: Schema, given: RowOptions | undefined): RowChanges {
  const [former, next] = [before.requiredRows[table]?.rows ?? [], after.requiredRows[table]?.rows ?? []];
  const options: RowOptions = given ?? { key: keyFor(findTable(after, table), former), ignore: [], onConflict: "adopt", drift: "keep" };
  const byKey = (rows: readonly StoredRow[]) => new Map(inOrderOfKey(rows, options.key).map((row) => [rowKeyText(row, options.key), row]));
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

function insertion(table: string, options: RowOptions, added: readonly StoredRow[], after: Schema): Operation[] {
  if (!added.length) return [];
  const rows = added.map((row) => plainRow(row, table, after));
  const common = { table, columns: columnsOf(findTable(after, table), rows), rows };
  const by = keyOf(options, common.columns);
  const { onConflict } = options;
  if (onConflict === "update") return [{ kind: "upsertRows", ...common, by, was: [] }];
  return [{ kind: "bulkInsert", ...common, by: { ...by, ...(onConflict !== "adopt" && { onConflict }) } }];
}

/** The update of the rows that change, in those of their changed columns that are asked for. */
function update({ table, options, changed: all }: RowChanges, before: Schema, after: Schema, isMeant: (column: string) => boolean): Operation[] {
  const { key } = options;
  const columnsIn = ([former, next]: RowChanges["changed"][number]) => [...new Set([...Object.keys(former), ...Object.keys(next)])].filter((column) => !key.includes(column) && !sameJson(former[column], next[column]) && isMeant(column));
  const changed = all.filter((pair) => columnsIn(pair).length);
  if (!changed.length) return [];
  const differing = changed.map((pair) => [...key, ...columnsIn(pair)]);
  const some = (row: StoredRow, columns: readonly string[]) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)));
  const rows = changed.map(([, next], at) => plainRow(some(next, differing[at]!), table, after));
  const was = changed.map(([former], at) => plainRow(some(former, differing[at]!), table, before));
  const columns = columnsOf(findTable(after, table), rows, was);
  return [{ kind: "updateRows", table, columns, by: keyOf(options, columns), rows, was }];
}

function deletion(table: string, options: RowOptions, removed: readonly StoredRow[], before: Schema, after: Schema): Operation[] {
  if (!removed.length) return [];
  const was = removed.map((row) => plainRow(row, table, before));
  const columns = columnsOf(findTable(after, table), was);
  return [{ kind: "deleteRows", table, columns, by: keyOf(options, columns), rows: keysOf(was, { key: options.key }), was }];
}

/** Whether a row that comes or changes takes a value that must be its own from one that goes. */
function wantsValues(table: Table, { added, changed, removed }: RowChanges): boolean {
  return uniqueKeys(table).some((columns) => meets([...added, ...changed.map(([, row]) => row)], removed, columns));
}

/**
 * The columns in which rows that change hold unique values until then that a row wants which comes. One that points at other rows is
 * left out: what it points at may be yet to come.
 */
function freedColumns(table: Table, { added, changed }: RowChanges): ReadonlySet<string> {
  const points = (column: string) => table.foreignKeys.some(({ columns }) => columns.includes(column)) || changed.some(([, row]) => referenceIn(row[column] ?? null));
  const wanted = uniqueKeys(table).filter((columns) => meets(added, changed.flatMap(([former, next]) => (columns.some((column) => !sameJson(former[column], next[column])) ? [former] : [])), columns));
  return new Set(wanted.flat().filter((column) => !points(column)));
}

function uniqueKeys({ primaryKey, uniques, indexes }: Table): readonly (readonly string[])[] {
  const keys = [...(primaryKey ? [primaryKey.columns] : []), ...uniques.map(({ columns }) => columns), ...indexes.flatMap(({ unique, parts }) => (unique ? [parts.flatMap((part) => ("column" in part ? [part.column] : []))] : []))];
  return keys.filter((columns) => columns.length);
}

/** Whether a row of the one list has in these columns what one of the other has. */
function meets(rows: readonly StoredRow[], others: readonly StoredRow[], columns: readonly string[]): boolean {
  const whole = (row: StoredRow) => columns.every((column) => row[column] !== undefined && row[column] !== null);
  const wanted = new Set(rows.filter(whole).map((row) => rowKeyText(row, columns)));
  return wanted.size > 0 && others.some((row) => whole(row) && wanted.has(rowKeyText(row, columns)));
}
