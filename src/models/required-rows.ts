import { GravenError } from "../base/errors.ts";
import { byText, didYouMean, nearest, quotedList } from "../base/text.ts";
import { placeOf, traceCall, type Trace } from "../base/trace.ts";
import { keyOf } from "../schema/key.ts";
import { rowReference, type RowReference } from "../schema/row-reference.ts";
import { lazyRows } from "../schema/lazy-rows.ts";
import { objectHash } from "../schema/same.ts";
import { referenceIn, requiredRowsOf, storedRow, type StoredRow } from "../schema/row-values.ts";
import { canonicalJson } from "../base/json.ts";
import type { ColumnType, RequiredRows, Schema } from "../schema/types.ts";
import { isCsvRows, type CsvRows } from "./csv-rows.ts";
import type { RequiredDeclaration, TableDeclaration } from "./declaration.ts";
import { isDeclaredReference, type DeclaredReference } from "./row-reference.ts";
import { rowsSource, type RowsMemory } from "./rows-source.ts";
import type { Sql } from "./sql.ts";
import { declarationOf, type AnyTable, type NewRow } from "./table.ts";

/** How required rows are found and compared. */
export interface RequiredOptions<Column extends PropertyKey = string> {
  /** The column that tells the rows apart, or several; best one that a constraint keeps unique. */
  readonly key: Column | readonly Column[];
  /** Columns that a row takes when it is inserted, and that are the users' from then on. */
  readonly ignore?: readonly Column[];
  /**
   * What becomes of a row whose key is there already when the row is inserted. By default it is adopted: it counts as the row that
   * was declared, and where it holds other values, `drift` says what becomes of it. `skip` leaves it, `update` overwrites it, `fail`
   * ends the revision.
   */
  readonly onConflict?: OnConflict;
  /** What becomes of a row that was changed by hand: it is kept and reported by default; or it is overwritten, or ends the revision. */
  readonly drift?: DriftPolicy;
}

export type OnConflict = "adopt" | "skip" | "update" | "fail";
export type DriftPolicy = "keep" | "overwrite" | "fail";

/** What stands beside the rows of a table: it decides how operations are written, and is no part of the schema. */
export interface RowOptions {
  readonly key: readonly string[];
  readonly ignore: readonly string[];
  readonly onConflict: OnConflict;
  readonly drift: DriftPolicy;
}

/**
 * Rows that the application cannot work without: roles, countries, plans. They are compared like columns are, and travel with revisions.
 * @example requiredRows(listType, { key: "name" }, [{ name: "best list" }, { name: "bester list" }]);
 */
export function requiredRows<T extends AnyTable>(table: T, options: RequiredOptions<keyof NewRow<T>>, rows: readonly { readonly [K in keyof NewRow<T>]: NewRow<T>[K] | Sql | DeclaredReference }[] | CsvRows): void {
  const declared = declarationOf(table).required as RequiredDeclaration[];
  const common = { options: options as RequiredOptions, trace: traceCall(requiredRows) };
  declared.push(isCsvRows(rows) ? { ...common, rows: [], csv: { path: rows.path, trace: rows.trace } } : { ...common, rows: rows as RequiredDeclaration["rows"] });
}

/** The required rows of all tables, by table. Many rows that `memory` knows are made when they are asked for. Throws MOD-040 to MOD-044. */
export function buildRequiredRows(tables: readonly TableDeclaration[], schema: Omit<Schema, "requiredRows">, memory?: RowsMemory): { readonly rows: Record<string, RequiredRows>; readonly options: ReadonlyMap<string, RowOptions>; readonly traces: ReadonlyMap<string, Trace> } {
  const rows: Record<string, RequiredRows> = {};
  const options = new Map<string, RowOptions>();
  const traces = new Map<string, Trace>();
  /** Where there are many rows: the tables that they name. */
  const large = new Map<string, readonly string[]>();
  for (const declaration of tables) {
    const [first, ...more] = declaration.required ?? [];
    if (!first) continue;
    const key = keyOf(declaration);
    const own = optionsOf(first, declaration);
    const other = more.find((each) => canonicalJson(optionsOf(each, declaration)) !== canonicalJson(own));
    if (other) throw new GravenError("MOD-040", `The required rows of table "${key}" are declared with two different keys or options.`, { place: placeOf(other.trace), hint: "Declare the rows of a table with the same options." });
    options.set(key, own);
    traces.set(key, first.trace);
    const build = () => builtRows([first, ...more], declaration, own, schema);
    const source = memory && rowsSource(declaration, own, schema);
    const known = source === undefined ? undefined : memory!.find(source);
    if (known) {
      rows[key] = lazyRows({ hash: known.hash, refers: known.refers.length > 0 }, () => build().rows);
      large.set(key, known.refers);
      continue;
    }
    const built = build();
    if (!built.rows.length) continue;
    rows[key] = built;
    if (source === undefined) continue;
    large.set(key, referredTables(built));
    memory!.add(source, { hash: objectHash(built), refers: large.get(key)! });
  }
  checkReferences(rows, traces, large, memory);
  return { rows, options, traces };
}

/** Looks for references to nowhere; in many rows only where they, or those that they name, were not looked at yet. */
function checkReferences(rows: Readonly<Record<string, RequiredRows>>, traces: ReadonlyMap<string, Trace>, large: ReadonlyMap<string, readonly string[]>, memory: RowsMemory | undefined): void {
  const hashOf = (key: string) => (rows[key] ? objectHash(rows[key]) : "");
  const texts = new Map([...large].map(([key, refers]) => [key, JSON.stringify(["sound", hashOf(key), ...refers.map((each) => [each, hashOf(each)])])]));
  const open = Object.keys(rows).filter((key) => !large.has(key) || (large.get(key)!.length > 0 && !memory!.find(texts.get(key)!)));
  refuseDangling(rows, open, traces);
  for (const key of open) if (texts.has(key)) memory!.add(texts.get(key)!, { hash: hashOf(key), refers: [] });
}

function referredTables({ rows }: RequiredRows): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.values(row).flatMap((value) => referenceIn(value)?.table ?? [])))].sort(byText);
}

function builtRows(required: readonly RequiredDeclaration[], declaration: TableDeclaration, options: RowOptions, schema: Omit<Schema, "requiredRows">): RequiredRows {
  const key = keyOf(declaration);
  const types = Object.fromEntries(declaration.columns.map(({ name, type }) => [name, type]));
  const stored = required.flatMap((each) => each.rows.map((row, index) => checkedRow(row, declaration, types, options, schema, `Required row ${index + 1} of table "${key}"`, each.trace)));
  refuseDoubles(stored, options, key, required[0]!.trace);
  return requiredRowsOf(stored);
}

/** A reference to a row that nothing declares would become NULL, or fail, on the day the revision runs. */
function refuseDangling(rows: Readonly<Record<string, RequiredRows>>, tables: readonly string[], traces: ReadonlyMap<string, Trace>): void {
  const known = new Map<string, ReadonlySet<string>>();
  const keysOf = (table: string, columns: readonly string[]) => {
    const name = JSON.stringify([table, columns]);
    if (!known.has(name)) known.set(name, new Set((rows[table]?.rows ?? []).map((row) => canonicalJson(columns.map((column) => row[column])))));
    return known.get(name)!;
  };
  for (const table of tables) {
    for (const row of rows[table]!.rows) {
      for (const value of Object.values(row)) {
        const ref = referenceIn(value);
        if (!ref) continue;
        const columns = Object.keys(ref.key).sort(byText);
        const key = canonicalJson(columns.map((column) => ref.key[column]));
        const keys = keysOf(ref.table, columns);
        if (keys.has(key)) continue;
        const texts = [...keys].map((each) => each.slice(1, -1));
        throw new GravenError("MOD-044", `A required row of table "${table}" refers to the row of table "${ref.table}" with ${columns.map((column) => `${column} ${JSON.stringify(ref.key[column])}`).join(", ")}, which no required row is.`, {
          place: placeOf(traces.get(table)),
          hint: nearest(key.slice(1, -1), texts) === undefined ? "Declare that row with requiredRows, too." : `Did you mean ${nearest(key.slice(1, -1), texts)}?`,
        });
      }
    }
  }
}

function optionsOf({ options, trace }: RequiredDeclaration, declaration: TableDeclaration): RowOptions {
  const named = (columns: readonly string[]) => columns.map((property) => columnOf(declaration, property, "The required rows", trace));
  const one = <const Name extends "onConflict" | "drift", Value extends string>(name: Name, values: readonly Value[]): Value => {
    const value = options[name] ?? values[0]!;
    if (!(values as readonly string[]).includes(value)) throw fault(`The required rows of table "${keyOf(declaration)}" say ${name}: ${JSON.stringify(value)}.`, trace, `It is ${quotedList(values, "or")}.`);
    return value as Value;
  };
  return { key: named([options.key].flat()), ignore: named(options.ignore ?? []), onConflict: one("onConflict", ["adopt", "skip", "update", "fail"]), drift: one("drift", ["keep", "overwrite", "fail"]) };
}

function checkedRow(row: Readonly<Record<string, unknown>>, declaration: TableDeclaration, types: Readonly<Record<string, ColumnType>>, { key }: RowOptions, schema: Omit<Schema, "requiredRows">, subject: string, trace: Trace): StoredRow {
  const plain = namedRow(row, declaration, schema, subject, trace);
  const missing = key.find((column) => plain[column] === undefined || plain[column] === null);
  if (missing !== undefined) throw fault(`${subject} has no "${missing}", which is its key.`, trace);
  try {
    return storedRow(plain, types);
  } catch (error) {
    throw fault(`${subject} holds what is no literal: ${error instanceof Error ? error.message : String(error)}.`, trace);
  }
}

/** The row by columns, its references with the column they mean. */
function namedRow(row: Readonly<Record<string, unknown>>, declaration: TableDeclaration, schema: Omit<Schema, "requiredRows">, subject: string, trace: Trace): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(row)) {
    const column = columnOf(declaration, property, subject, trace);
    if (value !== undefined) named[column] = isDeclaredReference(value) ? resolved(value, keyOf(declaration), column, schema, subject, trace) : value;
  }
  return named;
}

function resolved({ table, key, column }: DeclaredReference, owner: string, from: string, schema: Omit<Schema, "requiredRows">, subject: string, trace: Trace): RowReference {
  const declaration = declarationOf(table);
  const target = keyOf(declaration);
  const foreignKey = schema.tables[owner]?.foreignKeys.find(({ columns, references }) => references.table === target && columns.includes(from));
  const primary = schema.tables[target]?.primaryKey?.columns;
  const found = column !== undefined ? columnOf(declaration, column, subject, trace) : (foreignKey?.references.columns[foreignKey.columns.indexOf(from)] ?? (primary?.length === 1 ? primary[0] : undefined));
  if (found === undefined) throw new GravenError("MOD-042", `${subject} refers to table "${target}" by "${from}", which is no foreign key to it.`, { place: placeOf(trace), hint: "Name the column that is meant last, as in: ref(role, { … }, \"id\")." });
  const types = new Map<string, ColumnType>(declaration.columns.map((each) => [each.name, each.type]));
  const named = namedRow(key, declaration, schema, subject, trace);
  return rowReference({ table: target, column: found, columns: Object.fromEntries([found, ...Object.keys(named)].map((each) => [each, types.get(each)!])), key: named });
}

function columnOf(table: TableDeclaration, property: string, subject: string, trace: Trace): string {
  const { columns } = table;
  const column = columns.find((each) => each.property === property);
  if (!column) throw fault(`${subject} ${subject.startsWith("The") ? "name" : "has"} "${property}", which is no column of table "${keyOf(table)}".`, trace, didYouMean(property, columns.map((each) => each.property)));
  return column.name;
}

function refuseDoubles(rows: readonly StoredRow[], { key }: RowOptions, table: string, trace: Trace): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const text = canonicalJson(key.map((column) => row[column]));
    if (seen.has(text)) throw new GravenError("MOD-040", `Two required rows of table "${table}" have the key ${text.slice(1, -1)}.`, { place: placeOf(trace) });
    seen.add(text);
  }
}

function fault(message: string, trace: Trace, hint?: string): GravenError {
  return new GravenError("MOD-041", message, { place: placeOf(trace), hint });
}
