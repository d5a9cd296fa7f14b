import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { Rows } from "../../operations/rows.ts";
import type { ColumnType, ColumnTypeKind, Named, Schema } from "../../schema/types.ts";
import type { LoadRun, LoadStatements, RowLoad } from "../dialect.ts";
import type { Statement } from "./compilers.ts";
import { presentKeys, valueSql, type RowSpelling } from "./rows-sql.ts";

/** Fewer rows are soon written by statements, which a person can read in a plan. */
const FEWEST_ROWS = 1_000;
/** Rows that are turned into statements at once. */
const ROWS_AT_ONCE = 1_000;
/** Where columns change from row to row, a load for each change costs more than it saves. */
const FEWEST_ROWS_A_RUN = 100;

/** How a dialect writes many rows. */
export interface LoadSpelling extends RowSpelling {
  /** Some of the rows as INSERT statements. */
  readonly insert: (rows: Rows) => readonly string[];
  /** Whether the bulk path does to this table what INSERT does. */
  readonly isOpen: boolean;
  readonly remainsSql?: string;
}

/**
 * The step that inserts many rows, or nothing where they are few. Every row is looked at here, as a plan refuses what it cannot
 * do before anything runs (DAT-001, DAT-002); the statements are made while it runs, a part at a time, when the schema has gone on.
 */
export function loadStatements(spelling: LoadSpelling, operation: BulkInsert, before: Schema): readonly Statement[] | undefined {
  const { table, rows, by } = operation;
  if (by || rows.length < FEWEST_ROWS) return undefined;
  const runs = runsOf(spelling, operation, before);
  const isLoaded = spelling.isOpen && runs.every(({ types }) => types) && rows.length >= FEWEST_ROWS_A_RUN * runs.length;
  const load: RowLoad = {
    table,
    rows: rows.length,
    sample: spelling.insert(rows.slice(0, 1))[0]!,
    statements: () => statementsOf(rows, spelling.insert),
    ...(isLoaded && { runs: runs.map((run) => loadRun(spelling, operation, run)) }),
    ...(spelling.remainsSql !== undefined && { remainsSql: spelling.remainsSql }),
  };
  return [{ step: { kind: "load", load } }];
}

function* statementsOf(rows: Rows, insert: LoadSpelling["insert"]): Iterable<LoadStatements> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    yield { sql: insert(some), rows: some.length };
  }
}

/** Neighbours with the same columns; `types` is absent where a literal says more than the bulk path would. */
interface Run {
  readonly keys: readonly string[];
  readonly from: number;
  to: number;
  types: readonly ColumnType[] | undefined;
}

function runsOf(spelling: LoadSpelling, { table, columns, rows }: BulkInsert, before: Schema): readonly Run[] {
  const plain = plainColumns(columns, before.tables[table]?.columns ?? []);
  const runs: Run[] = [];
  let run: Run | undefined;
  rows.forEach((row, index) => {
    if (!run || !hasKeys(row, run.keys)) {
      const keys = presentKeys(row, columns, table, index);
      const types = keys.map((key) => plain[key] && columns[key]!);
      runs.push((run = { keys, from: index, to: index, types: keys.length && types.every((type) => type !== undefined) ? types : undefined }));
    }
    run.to = index + 1;
    for (const key of run.keys) {
      const value = row[key];
      const { isPlain, isChecked } = plain[key] ?? everythingElse;
      if (value === null || isPlain(value)) {
        if (!isChecked || value === null) continue;
      } else run.types = undefined;
      valueSql(spelling, value, columns[key], `Row ${index + 1} for table "${table}", column "${key}"`);
    }
  });
  return runs;
}

function hasKeys(row: Rows[number], keys: readonly string[]): boolean {
  let count = 0;
  for (const key in row) {
    if (row[key] === undefined) continue;
    if (!keys.includes(key)) return false;
    count++;
  }
  return count === keys.length;
}

function loadRun(spelling: RowSpelling, { table, rows }: BulkInsert, { keys, from, to, types }: Run): LoadRun {
  return {
    target: { table: spelling.tableName(table), columns: keys.map((key, at) => ({ name: spelling.quote(key), type: types![at]! })) },
    rows: to - from,
    lists: (at, count) => {
      const some = rows.slice(from + at, Math.min(from + at + count, to));
      return keys.map((key) => some.map((row) => row[key]));
    },
  };
}

/** Which values of a column a bulk path keeps just as their literals would be kept, and whether their literal must be made to know that they have one. */
interface Plain {
  readonly isPlain: (value: unknown) => boolean;
  readonly isChecked?: true;
}

const everythingElse: Plain = { isPlain: () => false };

/** A column whose stub says another type than the table has may be kept otherwise, as a literal is cast and a text is read. */
function plainColumns(columns: Named<ColumnType>, present: readonly { readonly name: string; readonly type: ColumnType }[]): Readonly<Record<string, Plain | undefined>> {
  const kinds = new Map(present.map(({ name, type }) => [name, type.kind]));
  const isSame = (a: ColumnTypeKind, b: ColumnTypeKind | undefined) => b !== undefined && (families[a] ?? a) === (families[b] ?? b);
  return Object.fromEntries(Object.entries(columns).map(([name, { kind }]) => [name, isSame(kind, kinds.get(name)) ? plainValues[kind] : undefined]));
}

const families: Partial<Record<ColumnTypeKind, string>> = { smallint: "whole", integer: "whole", bigint: "whole", char: "text", varchar: "text", json: "json", jsonb: "json" };

/** The years 1 to 9999, which every database has. */
const [FIRST_MOMENT, LAST_MOMENT] = [Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59.999Z")];
const isText = (value: unknown) => typeof value === "string" && !value.includes("\0");
// A zero with a sign has none in a literal.
const isWhole = (value: unknown) => (typeof value === "number" && Number.isSafeInteger(value) && !Object.is(value, -0)) || (typeof value === "bigint" && BigInt.asIntN(64, value) === value);
const isNumber = (value: unknown) => isWhole(value) || (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0));
const isMoment = (value: unknown) => isText(value) || (value instanceof Date && value.getTime() >= FIRST_MOMENT && value.getTime() <= LAST_MOMENT);

const whole: Plain = { isPlain: isWhole };
const text: Plain = { isPlain: isText };
const moment: Plain = { isPlain: isMoment };
/** What stands in an object is known only when it is written. */
const jsonText: Plain = { isPlain: () => true, isChecked: true };

const plainValues: Readonly<Partial<Record<ColumnTypeKind, Plain>>> = {
  smallint: whole,
  integer: whole,
  bigint: whole,
  // A number with an exponent is a DOUBLE in a literal, and a text in a load.
  numeric: { isPlain: (value) => isWhole(value) || (typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value)) || (isNumber(value) && !String(value).includes("e")) },
  real: { isPlain: isNumber },
  double: { isPlain: isNumber },
  boolean: { isPlain: (value) => typeof value === "boolean" },
  char: text,
  varchar: text,
  text,
  interval: text,
  uuid: text,
  enum: text,
  date: moment,
  time: moment,
  timestamp: moment,
  timestamptz: moment,
  json: jsonText,
  jsonb: jsonText,
  binary: { isPlain: (value) => value instanceof Uint8Array },
};
