import { topologicalSort } from "../../base/topological-sort.ts";
import { keyText, type RowPair } from "../../operations/rows.ts";
import { columnNamed } from "../../schema/find.ts";
import { plainRow } from "../../schema/row-values.ts";
import type { ColumnType, Index, Schema, Table } from "../../schema/types.ts";

/** How rows that take unique values from each other come to them. */
export interface UniqueMoves {
  /** The places of the rows in an order in which each finds its values free. */
  readonly order: readonly number[];
  /** What rows of a circle hold meanwhile, by place: they step aside before all others move. */
  readonly aside: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
}

/** Of more rows than this, keys of several columns are not compared in pairs. */
const MOST_PAIRED = 1_000;

/**
 * The order in which rows are updated that must not hold a value at the same time: databases look at unique keys row by row, within one
 * statement too. Rows that take values from each other in a circle step aside one by one, to NULL or to a value at the end of
 * their type; where no column has such a value the database will refuse them.
 */
export function uniqueMoves(pairs: readonly RowPair[], key: readonly string[], name: string, before: Schema): UniqueMoves {
  const table = before.tables[name];
  const places = pairs.map((_, at) => at);
  let known: readonly RowPair[] | undefined;
  const whole = () => (known ??= wholePairs(pairs, key, name, before));
  const waits = table ? uniqueKeys(table).flatMap((columns) => takers(columns.length > 1 ? whole() : pairs, columns).map(([at, holder]): Wait => ({ at, holder, columns }))) : [];
  if (!waits.length) return { order: places, aside: new Map() };
  const aside = new Map<number, Readonly<Record<string, unknown>>>();
  const stuck = new Set<number>();
  const waitsOf = grouped(waits);
  const isOpen = ({ holder, columns }: Wait) => !stuck.has(holder) && !columns.some((column) => column in (aside.get(holder) ?? {}));
  for (;;) {
    const { order, cycles } = topologicalSort(places.map(String), (at) => (waitsOf.get(Number(at)) ?? []).filter(isOpen).map(({ holder }) => String(holder)));
    if (!cycles.length) return { order: order.map(Number), aside };
    for (const members of cycles) {
      const holder = Number(members[0]);
      const wanted = members.flatMap((member) => (waitsOf.get(Number(member)) ?? []).filter((wait) => wait.holder === holder && isOpen(wait)).map(({ columns }) => columns));
      const values = valuesAside(pairs[holder]!, wanted, table!, aside.size);
      if (values) aside.set(holder, { ...aside.get(holder), ...values });
      else stuck.add(holder);
    }
  }
}

/** A row that takes what another one holds in the columns of a unique key. */
interface Wait {
  readonly at: number;
  readonly holder: number;
  readonly columns: readonly string[];
}

function grouped(waits: readonly Wait[]): ReadonlyMap<number, readonly Wait[]> {
  const groups = new Map<number, Wait[]>();
  for (const wait of waits) groups.set(wait.at, [...(groups.get(wait.at) ?? []), wait]);
  return groups;
}

/** The columns of each key that is looked at with each row: of indexes, those that are meant and have no expressions. */
export function uniqueKeys({ primaryKey, uniques, indexes }: Table, isMeant: (index: Index) => boolean = () => true): readonly (readonly string[])[] {
  const plain = indexes.flatMap((index) => (index.unique && isMeant(index) && index.parts.every((part) => "column" in part) ? [index.parts.map((part) => ("column" in part ? part.column : ""))] : []));
  return [...(primaryKey ? [primaryKey.columns] : []), ...uniques.filter(({ deferrable }) => deferrable === undefined).map(({ columns }) => columns), ...plain];
}

/** The rows with the columns that do not change, where they are required ones, of which the schema knows all. */
function wholePairs(pairs: readonly RowPair[], key: readonly string[], name: string, before: Schema): readonly RowPair[] {
  const rows = before.requiredRows[name]?.rows ?? [];
  const formers = new Map(rows.map((row) => plainRow(row, name, before)).map((row) => [keyText(row, key), row]));
  return pairs.map((pair) => {
    const standing = pair.former && formers.get(keyText(pair.former, key));
    return standing ? { row: { ...standing, ...pair.row }, former: { ...standing, ...pair.former } } : pair;
  });
}

/** Which row takes what another one holds. Columns that are not known may be the same. */
function takers(pairs: readonly RowPair[], columns: readonly string[]): readonly (readonly [at: number, holder: number])[] {
  const moving = pairs.flatMap(({ row, former }, at) => (former && columns.some((column) => row[column] !== undefined && keyText(row, [column]) !== keyText(former, [column])) ? [{ row, former, at }] : []));
  if (columns.length === 1) {
    const holders = new Map(moving.map(({ former, at }) => [keyText(former, columns), at]));
    return moving.flatMap(({ row, at }) => {
      const holder = row[columns[0]!] === null ? undefined : holders.get(keyText(row, columns));
      return holder === undefined || holder === at ? [] : [[at, holder] as const];
    });
  }
  if (moving.length > MOST_PAIRED) return [];
  const same = (a: RowPair["row"], b: RowPair["row"], column: string) => a[column] === undefined || b[column] === undefined || keyText(a, [column]) === keyText(b, [column]);
  return moving.flatMap(({ row, at }) => moving.flatMap((holder) => (holder.at !== at && columns.every((column) => same(row, holder.former, column)) ? [[at, holder.at] as const] : [])));
}

/** What a row holds for a while in one column of each of the keys, or nothing where there is nothing it may hold. */
function valuesAside({ row, former }: RowPair, keys: readonly (readonly string[])[], table: Table, at: number): Readonly<Record<string, unknown>> | undefined {
  const valueOf = (name: string): readonly [string, unknown] | undefined => {
    const column = columnNamed(table, name);
    if (!column || row[name] === undefined || former![name] === undefined || keyText(row, [name]) === keyText(former!, [name])) return undefined;
    if (column.nullable && !table.primaryKey?.columns.includes(name)) return [name, null];
    const value = table.foreignKeys.some(({ columns }) => columns.includes(name)) ? undefined : asideValue(column.type, at);
    return value === undefined ? undefined : [name, value];
  };
  const values = keys.map((columns) => columns.map(valueOf).find(Boolean));
  return values.length && values.every((each) => each !== undefined) ? Object.fromEntries(values) : undefined;
}

/** A value near the end of a type, where other rows hardly are, and which checks of a lower bound allow. */
function asideValue(type: ColumnType, at: number): unknown {
  switch (type.kind) {
    case "smallint":
      return 32_000 - at;
    case "integer":
      return 2_147_000_000 - at;
    case "bigint":
      return 9_007_199_254_000_000 - at;
    case "numeric":
      return String(10n ** BigInt((type.precision ?? 16) - (type.scale ?? 0)) - BigInt(1 + at));
    case "text":
    case "varchar":
    case "char": {
      const text = `~${at.toString(36)}`;
      const length = "length" in type ? type.length : undefined;
      return length !== undefined && text.length > length ? undefined : text;
    }
    case "uuid":
      return `ffffffff-ffff-4fff-bfff-${(0xff_ff_ff_ff_ff_ff - at).toString(16)}`;
    case "date":
      return new Date(Date.UTC(9999, 11, 31 - at)).toISOString().slice(0, 10);
    case "timestamp":
    case "timestamptz":
      return `2037-12-31 00:00:${String(59 - (at % 60)).padStart(2, "0")}`;
    default:
      return undefined;
  }
}
