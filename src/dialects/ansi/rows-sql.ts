import type { Backfill } from "../../operations/backfill.ts";
import type { BulkInsert } from "../../operations/bulk-insert.ts";
import { isRowReference, type RowReference } from "../../schema/row-reference.ts";
import type { ColumnType } from "../../schema/types.ts";
import { GravenError } from "../../base/errors.ts";
import { didYouMean } from "../../base/text.ts";

export interface RowSpelling {
  readonly quote: (name: string) => string;
  readonly tableName: (key: string) => string;
  readonly literal: (value: unknown, type?: ColumnType) => string;
  /** A query of one value as a value; the standard's parentheses where it is absent. */
  readonly scalar?: (query: string) => string;
}

/** Rows in one INSERT statement, and characters of them, at most; a longer run is split. Small enough for every server's packet and parser stack. */
const ROWS_PER_STATEMENT = 500;
const CHARACTERS_PER_STATEMENT = 1_000_000;

/**
 * INSERT statements with the values as literals, the same online and offline. Rows that follow one another with the same
 * keys share a statement; a key that a row leaves out takes the column's default. An unknown key is refused (DAT-001).
 * `ending` closes a statement of these columns.
 */
export function insertSql(spelling: RowSpelling, { table, columns, rows }: Pick<BulkInsert, "table" | "columns" | "rows">, ending: (keys: readonly string[]) => string = () => ""): string[] {
  const statements: string[] = [];
  let keys: readonly string[] = [];
  let tuples: string[] = [];
  let characters = 0;
  const flush = () => {
    if (!tuples.length) return;
    const list = keys.length ? ` (${keys.map(spelling.quote).join(", ")})` : "";
    statements.push(`INSERT INTO ${spelling.tableName(table)}${list} VALUES${tuples.length > 1 ? "\n  " : " "}${tuples.join(",\n  ")}${ending(keys)}`);
    tuples = [];
    characters = 0;
  };
  rows.forEach((row, index) => {
    const present = presentKeys(row, columns, table, index);
    const sameKeys = present.length === keys.length && present.every((key) => keys.includes(key));
    // A row that names another of its own table must find it there.
    if (!sameKeys || tuples.length >= ROWS_PER_STATEMENT || characters >= CHARACTERS_PER_STATEMENT || Object.values(row).some((value) => isRowReference(value) && value.ref.table === table)) {
      flush();
      if (!sameKeys) keys = present;
    }
    const tuple = keys.length ? `(${keys.map((key) => valueSql(spelling, row[key], columns[key], `Row ${index + 1} for table "${table}", column "${key}"`)).join(", ")})` : "()";
    tuples.push(tuple);
    characters += tuple.length;
  });
  flush();
  return statements;
}

/** The columns that a row gives. Throws DAT-001 for one that its stub does not have. */
export function presentKeys(row: BulkInsert["rows"][number], columns: BulkInsert["columns"], table: string, index: number): string[] {
  const present = Object.keys(row).filter((key) => row[key] !== undefined);
  for (const key of present) {
    if (key in columns) continue;
    throw new GravenError("DAT-001", `Row ${index + 1} for table "${table}" has the key "${key}", which is no column of its stub.`, { hint: didYouMean(key, Object.keys(columns)) });
  }
  return present;
}

/** A value, the SQL that an author gave in its place, or the query that finds it in another row. */
export function valueSql(spelling: RowSpelling, value: unknown, type: ColumnType | undefined, subject: string): string {
  if (isRowReference(value)) return referenceSql(spelling, value, subject);
  if (typeof value === "object" && value !== null && "sql" in value && typeof value.sql === "string" && "toOperationNode" in value) return value.sql;
  try {
    return spelling.literal(value, type);
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    throw new GravenError(error.code, `${subject}: ${error.message}`, { hint: error.hint, cause: error });
  }
}

function referenceSql(spelling: RowSpelling, { ref }: RowReference, subject: string): string {
  const conditions = Object.entries(ref.key).map(([column, value]) => `${spelling.quote(column)} = ${valueSql(spelling, value, ref.columns[column], subject)}`);
  const query = `SELECT ${spelling.quote(ref.column)} FROM ${spelling.tableName(ref.table)} WHERE ${conditions.join(" AND ")}`;
  return spelling.scalar?.(query) ?? `(${query})`;
}

/** `UPDATE t SET c = (…) WHERE c IS NULL`. */
export function backfillSql(spelling: RowSpelling, operation: Backfill): string {
  const { head, where } = backfillParts(spelling, operation);
  return `${head} WHERE ${where}`;
}

/** The statement up to its condition, and the condition. */
export function backfillParts(spelling: RowSpelling, { table, assignments }: Backfill): { readonly head: string; readonly where: string } {
  const columns = Object.keys(assignments.set);
  const set = columns.map((column) => `${spelling.quote(column)} = ${assignments.set[column]!.sql}`).join(", ");
  const where = assignments.where?.sql ?? columns.map((column) => `${spelling.quote(column)} IS NULL`).join(" OR ");
  return { head: `UPDATE ${spelling.tableName(table)} SET ${set}`, where };
}
