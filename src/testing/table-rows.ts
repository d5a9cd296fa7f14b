import { canonicalJson } from "../base/json.ts";
import type { Stand } from "./stand.ts";

/** All rows of the tables as they stand, by the tables' keys, as texts that can be compared. */
export type DatabaseRows = ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;

/** Tables that one query counts; SQLite joins 500 SELECTs at most. */
const COUNTED_AT_ONCE = 200;

/** What a table held when it was read, and how that is told from other rows. */
interface KnownRows {
  readonly mark: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const known = new WeakMap<Stand, Map<string, KnownRows>>();

/** The rows of every table. What the database itself says is as it was when it was last read is not read again. */
export async function readRows(stand: Stand): Promise<DatabaseRows> {
  const { connection, dialect } = stand;
  const before = known.get(stand);
  const now = new Map<string, KnownRows>();
  for (const [key, { count, digest }] of await measured(stand, dialect.rowDigest)) {
    const mark = `${count} ${digest}`;
    const same = digest === undefined ? undefined : before?.get(key);
    if (same?.mark === mark) now.set(key, same);
    else {
      const rows = count ? await connection.query(`SELECT * FROM ${dialect.tableName(key)}`) : [];
      now.set(key, { mark, rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, comparable(value)]))) });
    }
  }
  known.set(stand, now);
  return new Map([...now].map(([key, { rows }]) => [key, rows]));
}

/** How many rows each table of the schema holds. */
export async function countRows(stand: Stand): Promise<ReadonlyMap<string, number>> {
  return new Map([...(await measured(stand))].map(([key, { count }]) => [key, count]));
}

interface Measure {
  readonly count: number;
  readonly digest?: string;
}

async function measured(stand: Stand, digest?: string): Promise<ReadonlyMap<string, Measure>> {
  const { connection, dialect, schema } = stand;
  const empty: Measure = { count: 0, ...(digest !== undefined && { digest: "null" }) };
  const found = new Map(Object.keys(schema.tables).map((key) => [key, empty]));
  const keys = await writtenTables(stand);
  for (let start = 0; start < keys.length; start += COUNTED_AT_ONCE) {
    const some = keys.slice(start, start + COUNTED_AT_ONCE);
    const queries = some.map((key, at) => `SELECT ${at} AS ${dialect.quote("at")}, count(*) AS ${dialect.quote("held")}${digest === undefined ? "" : `, ${digest} AS ${dialect.quote("digest")}`} FROM ${dialect.tableName(key)} t`);
    for (const row of await connection.query(queries.join(" UNION ALL "))) found.set(some[Number(row["at"])]!, { count: Number(row["held"]), ...(digest !== undefined && { digest: String(row["digest"]) }) });
  }
  return found;
}

/** The tables that may hold rows: a query over hundreds of empty ones takes the database longer to plan than to run. */
async function writtenTables({ connection, dialect, schema }: Stand): Promise<readonly string[]> {
  const keys = Object.keys(schema.tables);
  if (!keys.length || !dialect.mayHoldRowsSql) return keys;
  const places = await connection.query(dialect.mayHoldRowsSql(keys));
  return places.map((row) => keys[Number(row["at"])]!);
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
