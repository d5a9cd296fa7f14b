import { canonicalJson, type Json } from "../base/json.ts";
import { byText } from "../base/text.ts";
import { columnNamed } from "./find.ts";
import { isRowReference, rowReference } from "./row-reference.ts";
import type { ColumnType, Named, RequiredRows, Schema } from "./types.ts";

/** A row as JSON: dates, bytes and big integers as text; `{ sql }`, `{ json }` and `{ ref }` for what JSON would confuse. */
export type StoredRow = Named<Json>;

/** Rows in the one order in which they are kept, so that equal rows are equal JSON. */
export function requiredRowsOf(rows: readonly StoredRow[]): RequiredRows {
  const texts = rows.map((row) => ({ row, text: canonicalJson(row) }));
  return { rows: texts.sort((a, b) => byText(a.text, b.text)).map(({ row }) => row) };
}

/** A row of JavaScript values as JSON. Throws a TypeError for what is no literal. */
export function storedRow(row: Named<unknown>, columns: Named<ColumnType>): StoredRow {
  const entries: [string, Json][] = [];
  for (const column of Object.keys(row)) if (row[column] !== undefined) entries.push([column, storedValue(row[column], columns[column])]);
  return Object.fromEntries(entries);
}

/** The inverse of `storedRow`, with the columns in the order of the table. */
export function plainRow(row: StoredRow, table: string, schema: Schema): Named<unknown> {
  const order = new Map((schema.tables[table]?.columns ?? []).map(({ name }, at) => [name, at]));
  const entries = Object.entries(row).sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return Object.fromEntries(entries.map(([column, value]) => [column, plainValue(value, typeOf(schema, table, column), schema)]));
}

export function typeOf(schema: Schema, table: string, column: string): ColumnType | undefined {
  const found = schema.tables[table];
  return found && columnNamed(found, column)?.type;
}

function storedValue(value: unknown, type: ColumnType | undefined): Json {
  if (value === null) return null;
  if (typeof value === "boolean" || (typeof value === "string" && type?.kind !== "bigint" && type?.kind !== "json" && type?.kind !== "jsonb")) return value;
  if (isRowReference(value)) return { ref: { table: value.ref.table, column: value.ref.column, key: storedRow(value.ref.key, value.ref.columns) } };
  if (typeof value === "object" && "sql" in value && typeof value.sql === "string" && "toOperationNode" in value) return { sql: value.sql };
  if (type?.kind === "json" || type?.kind === "jsonb") return { json: JSON.parse(JSON.stringify(value)) as Json };
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${[...value].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  if (Array.isArray(value) && type?.kind === "array") return value.map((item) => storedValue(item, type.element));
  if (typeof value === "bigint" || (type?.kind === "bigint" && typeof value === "string")) return Number.isSafeInteger(Number(value)) && String(Number(value)) === String(value) ? Number(value) : String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "object") return { json: JSON.parse(JSON.stringify(value)) as Json };
  throw new TypeError(`a ${typeof value} is no value that a row can hold`);
}

function plainValue(value: Json, type: ColumnType | undefined, schema: Schema): unknown {
  if (value === null) return null;
  if (typeof value === "string") return textValue(value, type);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => plainValue(item as Json, type?.kind === "array" ? type.element : undefined, schema));
  const kept = value as { readonly sql?: string; readonly json?: Json; readonly ref?: StoredReference };
  if (kept.sql !== undefined) return sqlValue(kept.sql);
  if (!kept.ref) return kept.json;
  const { table, column, key } = kept.ref;
  const columns = Object.fromEntries([column, ...Object.keys(key)].map((each) => [each, typeOf(schema, table, each) ?? { kind: "text" as const }]));
  return rowReference({ table, column, columns, key: plainRow(key, table, schema) });
}

interface StoredReference {
  readonly table: string;
  readonly column: string;
  readonly key: StoredRow;
}

const moments: ReadonlySet<string> = new Set(["date", "time", "timestamp", "timestamptz"]);

function textValue(text: string, type: ColumnType | undefined): unknown {
  if (type && moments.has(type.kind) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return new Date(text);
  if (type?.kind === "binary" && /^\\x([0-9a-f]{2})*$/.test(text)) return Uint8Array.from(text.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if ((type?.kind === "real" || type?.kind === "double") && /^(NaN|-?Infinity)$/.test(text)) return Number(text);
  return text;
}

/** SQL as a value, known by the method that Kysely asks for. */
function sqlValue(sql: string): object {
  return Object.defineProperty({ sql }, "toOperationNode", { value: () => ({ kind: "RawNode", sqlFragments: [sql], parameters: [] }) });
}

/** The reference that a kept value is, if it is one. */
export function referenceIn(value: Json | undefined): StoredReference | undefined {
  return typeof value === "object" && value !== null && "ref" in value ? (value["ref"] as unknown as StoredReference) : undefined;
}
