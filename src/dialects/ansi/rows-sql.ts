import type { Backfill } from "../../operations/backfill.ts";
import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { ColumnType } from "../../schema/types.ts";
import { GravenError } from "../../base/errors.ts";
import { didYouMean } from "../../base/text.ts";

export interface RowSpelling {
  readonly quote: (name: string) => string;
  readonly tableName: (key: string) => string;
  readonly literal: (value: unknown, type?: ColumnType) => string;
}

/** Rows in one INSERT statement, at most; a longer run is split. Small enough for every server's packet and parser stack. */
const ROWS_PER_STATEMENT = 500;

/**
 * INSERT statements with the values as literals, the same online and offline. Rows that follow one another with the same
 * keys share a statement; a key that a row leaves out takes the column's default. An unknown key is refused (DAT-001).
 */
export function insertSql(spelling: RowSpelling, { table, columns, rows }: Pick<BulkInsert, "table" | "columns" | "rows">): string[] {
  const statements: string[] = [];
  let keys: readonly string[] = [];
  let tuples: string[] = [];
  const flush = () => {
    if (!tuples.length) return;
    const list = keys.length ? ` (${keys.map(spelling.quote).join(", ")})` : "";
    statements.push(`INSERT INTO ${spelling.tableName(table)}${list} VALUES${tuples.length > 1 ? "\n  " : " "}${tuples.join(",\n  ")}`);
    tuples = [];
  };
  rows.forEach((row, index) => {
    const present = Object.keys(row).filter((key) => row[key] !== undefined);
    for (const key of present) {
      if (key in columns) continue;
      throw new GravenError("DAT-001", `Row ${index + 1} for table "${table}" has the key "${key}", which is no column of its stub.`, { hint: didYouMean(key, Object.keys(columns)) });
    }
    const sameKeys = present.length === keys.length && present.every((key) => keys.includes(key));
    if (!sameKeys || tuples.length >= ROWS_PER_STATEMENT) {
      flush();
      if (!sameKeys) keys = present;
    }
    tuples.push(keys.length ? `(${keys.map((key) => valueSql(spelling, row[key], columns[key], `Row ${index + 1} for table "${table}", column "${key}"`)).join(", ")})` : "()");
  });
  flush();
  return statements;
}

/** A value, or the SQL that an author gave in its place. */
export function valueSql(spelling: RowSpelling, value: unknown, type: ColumnType | undefined, subject: string): string {
  if (typeof value === "object" && value !== null && "sql" in value && typeof value.sql === "string" && "toOperationNode" in value) return value.sql;
  try {
    return spelling.literal(value, type);
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    throw new GravenError(error.code, `${subject}: ${error.message}`, { hint: error.hint, cause: error });
  }
}

/** `UPDATE t SET c = (…) WHERE c IS NULL`. */
export function backfillSql(spelling: RowSpelling, { table, assignments }: Backfill): string {
  const columns = Object.keys(assignments.set);
  const set = columns.map((column) => `${spelling.quote(column)} = ${assignments.set[column]!.sql}`).join(", ");
  const where = assignments.where?.sql ?? columns.map((column) => `${spelling.quote(column)} IS NULL`).join(" OR ");
  return `UPDATE ${spelling.tableName(table)} SET ${set} WHERE ${where}`;
}
