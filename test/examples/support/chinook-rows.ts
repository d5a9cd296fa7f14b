import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Cells, Query } from "./stage.ts";

/** The rows of Chinook, which the repository does not carry. */
const corpus = fileURLToPath(new URL("../../../../shared/corpora/chinook/postgresql.sql", import.meta.url));

export const chinookIsHere = existsSync(corpus);

export type Cell = string | number | null;

export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Every row of the corpus by table, in the order in which the script inserts them: parents come first. */
export function chinookRows(): ReadonlyMap<string, TableRows> {
  const text = readFileSync(corpus, "utf8");
  const tables = new Map<string, { columns: readonly string[]; rows: Cell[][] }>();
  for (const match of text.matchAll(/^INSERT INTO (\w+) \(([^)]*)\) VALUES/gm)) {
    const [statement, table, list] = match as unknown as [string, string, string];
    const columns = list.split(",").map((name) => name.trim());
    const found = tables.get(table) ?? { columns, rows: [] };
    for (const row of readTuples(text, match.index + statement.length)) {
      if (row.length !== columns.length) throw new Error(`A row of ${table} has ${row.length} values for ${columns.length} columns.`);
      found.rows.push(row.map((value, at) => asLoaded(columns[at]!, value)));
    }
    tables.set(table, found);
  }
  return tables;
}

/** Reads `(1, N'Rock'), (2, NULL);` up to its semicolon. */
function readTuples(text: string, start: number): Cell[][] {
  const token = /\s*(?:([(),;])|(NULL)\b|(-?\d+(?:\.\d+)?)|N?'((?:[^']|'')*)')/gy;
  token.lastIndex = start;
  const rows: Cell[][] = [];
  for (;;) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`The corpus cannot be read at character ${at}: ${text.slice(at, at + 40)}`);
    const [, mark, none, number, string] = match;
    if (mark === ";") return rows;
    if (mark === "(") rows.push([]);
    else if (mark === undefined) rows.at(-1)!.push(none !== undefined ? null : number !== undefined ? Number(number) : string!.replaceAll("''", "'"));
  }
}

const dates = new Set(["birth_date", "hire_date", "invoice_date"]);

/** `2021/1/1` is no date that every database understands. */
function asLoaded(column: string, value: Cell): Cell {
  if (!dates.has(column) || typeof value !== "string") return value;
  const [year, month, day] = value.split("/");
  return `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

/** Inserts all rows, into the schema of the first revision. MariaDB reads a backslash in a text as the start of an escape. */
export async function loadChinook(query: Query, options: { readonly backslashEscapes: boolean }): Promise<void> {
  const rowsAtOnce = 400;
  for (const [table, { columns, rows }] of chinookRows()) {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const tuples = rows.slice(at, at + rowsAtOnce).map((row) => `(${row.map((value, index) => literal(columns[index]!, value)).join(", ")})`);
      const values = tuples.join(", ");
      await query(`INSERT INTO ${table} (${columns.join(", ")}) VALUES ${options.backslashEscapes ? values.replaceAll("\\", "\\\\") : values}`);
    }
  }
}

function literal(column: string, value: Cell): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  return `'${(dates.has(column) ? `${value} 00:00:00` : value).replaceAll("'", "''")}'`;
}

/** Where a table's columns are to be found: `from` and, for those that have moved, an expression of their own. */
export interface View {
  readonly from: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** Reads every row of Chinook back under the names of the corpus, in a fixed order, in values that compare. */
export async function readChinook(query: Query, views: Readonly<Record<string, View>> = {}): Promise<ReadonlyMap<string, TableRows>> {
  const found = new Map<string, TableRows>();
  for (const [table, { columns }] of chinookRows()) {
    const view = views[table] ?? { from: table };
    const selected = columns.map((column) => `${view.columns?.[column] ?? `${table}.${column}`} AS ${column}`);
    const rows = await query(`SELECT ${selected.join(", ")} FROM ${view.from}`);
    found.set(table, sorted({ columns, rows: rows.map((row) => columns.map((column) => comparable(column, row[column]))) }));
  }
  return found;
}

/** What the rows that were read are not, compared with the corpus, row by row: nothing when all of them are there. */
export function differences(found: ReadonlyMap<string, TableRows>): string[] {
  return [...chinookRows()].flatMap(([table, all]) => {
    const lines = (rows: TableRows | undefined) => (rows?.rows ?? []).map((row) => `${table} ${JSON.stringify(row)}`);
    const [expected, actual] = [lines(sorted(all)), lines(found.get(table))];
    const count = expected.length === actual.length ? [] : [`${table} has ${actual.length} rows, not ${expected.length}`];
    return [...count, ...expected.flatMap((line, at) => (line === actual[at] ? [] : [`${line} is ${actual[at]}`]))];
  });
}

/** Every table begins with its key. */
function sorted({ columns, rows }: TableRows): TableRows {
  const key = (row: readonly Cell[]) => [Number(row[0]), Number(row[1])] as const;
  return { columns, rows: [...rows].sort((one, other) => key(one)[0] - key(other)[0] || (columns.length === 2 ? key(one)[1] - key(other)[1] : 0)) };
}

const numbers = /(^|_)(id|to|milliseconds|bytes|price|quantity|total)$/;

/** Drivers hand out numerics as texts and timestamps as dates; what was stored is the same. */
function comparable(column: string, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (dates.has(column)) return value instanceof Date ? dateOf(value) : String(value).slice(0, 10);
  return numbers.test(column) ? Number(value) : (value as string);
}

function dateOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The only cell of a query's only row, as a number. */
export async function count(query: Query, sql: string): Promise<number> {
  return Number(Object.values((await query(sql))[0] as Cells)[0]);
}
