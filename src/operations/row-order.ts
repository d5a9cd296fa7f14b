import { canonicalJson, type Json } from "../base/json.ts";
import { byText } from "../base/text.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import { keyOf } from "../schema/key.ts";
import { referenceIn, type StoredRow } from "../schema/row-values.ts";
import type { Named, Table } from "../schema/types.ts";

/** What tells a row apart, as text. */
export function rowKeyText(row: StoredRow, key: readonly string[]): string {
  return canonicalJson(key.map((column) => row[column]));
}

/** Rows as a person looks for them in a revision: by their key, numbers by their size. */
export function inOrderOfKey(rows: readonly StoredRow[], key: readonly string[]): readonly StoredRow[] {
  return rows.toSorted((a, b) => {
    for (const column of key) {
      const order = byValue(a[column], b[column]);
      if (order) return order;
    }
    return 0;
  });
}

function byValue(a: Json | undefined, b: Json | undefined): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [first, second] = [textOf(a), textOf(b)];
  // Integers that are too large for a number are texts. All of them come before other texts, as an order must be one.
  const [isFirst, isSecond] = [isInteger(first), isInteger(second)];
  if (isFirst !== isSecond) return isFirst ? -1 : 1;
  return (isFirst && first.length - second.length) || byText(first, second);
}

const textOf = (value: Json | undefined) => (typeof value === "string" ? value : canonicalJson(value ?? null));
const isInteger = (text: string) => /^(?:0|[1-9]\d*)$/.test(text);

/**
 * Rows so that one which another of the same table points at stands before it, by a reference or by the values of a foreign key:
 * InnoDB looks at foreign keys at each row (https://mariadb.com/kb/en/foreign-keys/).
 */
export function parentsFirst(rows: readonly StoredRow[], table: Table): readonly StoredRow[] {
  const parentsOf = parentFinder(rows, table);
  if (!parentsOf) return rows;
  const { order } = topologicalSort(rows.map((_, at) => String(at)), (at) => parentsOf(rows[Number(at)]!).filter((parent) => parent !== at));
  return order.map((at) => rows[Number(at)]!);
}

/** What finds the places of the rows that a row points at; nothing where none can. */
function parentFinder(rows: readonly StoredRow[], table: Table): ((row: StoredRow) => readonly string[]) | undefined {
  const key = keyOf(table);
  const own = table.foreignKeys.filter(({ references }) => references.table === key);
  const refers = rows.some((row) => Object.values(row).some((value) => referenceIn(value)?.table === key));
  if (!own.length && !refers) return undefined;
  const find = rowFinder(rows);
  return (row) => {
    const named = Object.values(row).flatMap((value) => {
      const ref = referenceIn(value);
      return ref?.table === key ? [ref.key] : [];
    });
    const valued = own.flatMap(({ columns, references }) => {
      const values = columns.map((column) => row[column]);
      return values.every((value) => value !== undefined && value !== null && !referenceIn(value)) ? [Object.fromEntries(references.columns.map((column, at) => [column, values[at]!]))] : [];
    });
    return [...named, ...valued].flatMap((values) => find(values) ?? []);
  };
}

/** Finds the place of the first row that has these values. */
function rowFinder(rows: readonly StoredRow[]): (values: Named<Json>) => string | undefined {
  const places = new Map<string, ReadonlyMap<string, string>>();
  return (values) => {
    const columns = Object.keys(values).sort(byText);
    const name = JSON.stringify(columns);
    if (!places.has(name)) places.set(name, new Map(rows.map((row, at) => [rowKeyText(row, columns), String(at)] as const).toReversed()));
    return places.get(name)!.get(rowKeyText(values, columns));
  };
}
