import { canonicalJson } from "../base/json.ts";
import type { Stand } from "./stand.ts";

/** All rows of the tables as they stand, by the tables' keys, as texts that can be compared. */
export type DatabaseRows = ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;

/** Tables that one query counts; SQLite joins 500 SELECTs at most. */
const COUNTED_AT_ONCE = 200;

export async function readRows(stand: Stand): Promise<DatabaseRows> {
  const { connection, dialect } = stand;
  const tables = new Map<string, readonly Readonly<Record<string, string>>[]>();
  for (const [key, count] of await countRows(stand)) {
    const rows = count ? await connection.query(`SELECT * FROM ${dialect.tableName(key)}`) : [];
    tables.set(key, rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, comparable(value)]))));
  }
  return tables;
}

/** How many rows each table of the schema holds. */
export async function countRows({ connection, dialect, schema }: Stand): Promise<ReadonlyMap<string, number>> {
  const keys = Object.keys(schema.tables);
  const counts = new Map<string, number>();
  for (let start = 0; start < keys.length; start += COUNTED_AT_ONCE) {
    const some = keys.slice(start, start + COUNTED_AT_ONCE);
    const queries = some.map((key, at) => `SELECT ${at} AS ${dialect.quote("at")}, count(*) AS ${dialect.quote("held")} FROM ${dialect.tableName(key)}`);
    for (const row of await connection.query(queries.join(" UNION ALL "))) counts.set(some[Number(row["at"])]!, Number(row["held"]));
  }
  return counts;
}

export function countOf(rows: DatabaseRows): number {
  return [...rows.values()].reduce((sum, each) => sum + each.length, 0);
}

/** A value that a client handed out, as text: equal for equal values. */
function comparable(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (typeof value === "bigint") return String(value);
  return canonicalJson(value ?? null);
}

/** How `comparable` writes NULL. */
export const NULL_TEXT = "null";
