import { hash } from "../base/hash.ts";
import type { Json } from "../base/json.ts";
import { identityOfLateArray, textOfLateArray } from "../base/late-array.ts";
import { keyOf } from "../schema/key.ts";
import type { ColumnType, Schema } from "../schema/types.ts";
import type { RequiredDeclaration, TableDeclaration } from "./declaration.ts";
import { isDeclaredReference } from "./row-reference.ts";
import { declarationOf } from "./table.ts";

/** Rows that were found to be sound: their hash, and the tables that their references name. */
export interface KnownRows {
  readonly hash: string;
  readonly refers: readonly string[];
}

/** What earlier runs found of many rows, by the text of what was declared. */
export interface RowsMemory {
  find(text: string): KnownRows | undefined;
  add(text: string, known: KnownRows): unknown;
}

/** Fewer are read faster than they are looked up. */
const MANY_DECLARED = 500;

/**
 * All that the required rows of a table are made from, as text: equal texts give equal rows. Nothing where the rows are few, or
 * hold what a text would not tell apart.
 */
export function rowsSource(declaration: TableDeclaration, options: object, schema: Omit<Schema, "requiredRows">): string | undefined {
  const required = declaration.required ?? [];
  // The rows of a text are read when they are asked for, and as little as their number would ask for them.
  const texts = required.map((each) => textOf(each));
  const isMany = texts.some((text) => text !== undefined) || required.reduce((sum, { rows }) => sum + rows.length, 0) >= MANY_DECLARED;
  if (!isMany) return undefined;
  const types = new Map(declaration.columns.map(({ property, type }) => [property, type]));
  const tables = new Set([declaration]);
  const parts = required.map((each, at) => texts[at] ?? plainRows(each.rows, types, tables));
  if (parts.includes(undefined)) return undefined;
  // What a reference means is read from foreign keys, and a row's values from the types of columns.
  const facts = [...tables].map((table) => {
    const built = schema.tables[keyOf(table)];
    return [keyOf(table), table.columns.map(({ property, name, type }) => [property, name, type]), built?.primaryKey, built?.foreignKeys];
  });
  return JSON.stringify([options, facts, parts]);
}

/** What rows are read from when they are asked for: which kind of text it is, and what tells it from others, at the least its hash. */
function textOf(declared: RequiredDeclaration): string | undefined {
  if (declared.identity !== undefined) return `csv file ${declared.identity}`;
  if (declared.text !== undefined) return `csv ${hash(declared.text)}`;
  const identity = identityOfLateArray(declared.rows);
  if (identity !== undefined) return `json file ${identity}`;
  const text = textOfLateArray(declared.rows);
  return text === undefined ? undefined : `json ${hash(text)}`;
}

function plainRows(rows: readonly Readonly<Record<string, unknown>>[], types: ReadonlyMap<string, ColumnType>, tables: Set<TableDeclaration>): readonly unknown[] | undefined {
  const plain: unknown[] = [];
  for (const row of rows) {
    const special = Object.keys(row).filter((property) => !isScalar(row[property]));
    const replaced = special.map((property) => [property, plainValue(row[property], types.get(property), tables)] as const);
    if (replaced.some(([, value]) => value === undefined)) return undefined;
    plain.push(special.length ? { ...row, ...Object.fromEntries(replaced) } : row);
  }
  return plain;
}

function isScalar(value: unknown): boolean {
  const type = typeof value;
  return type === "string" || type === "boolean" || type === "undefined" || value === null || (type === "number" && Number.isFinite(value));
}

/** A value as JSON with a word before it that says what it is, or nothing where that loses something. */
function plainValue(value: unknown, type: ColumnType | undefined, tables: Set<TableDeclaration>): Json | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : ["date", value.toISOString()];
  if (isDeclaredReference(value)) return plainReference(value, tables);
  if (typeof value !== "object" || value === null) return undefined;
  if ("sql" in value && typeof value.sql === "string" && "toOperationNode" in value) return ["sql", value.sql];
  const isJson = type?.kind === "json" || type?.kind === "jsonb";
  return isJson && !("toJSON" in value) ? ["json", JSON.stringify(value)] : undefined;
}

function plainReference({ table, key, column }: { readonly table: Parameters<typeof declarationOf>[0]; readonly key: Readonly<Record<string, unknown>>; readonly column: string | undefined }, tables: Set<TableDeclaration>): Json | undefined {
  const target = declarationOf(table);
  tables.add(target);
  const values = Object.entries(key).map(([name, value]): readonly [string, Json | undefined] => [name, isScalar(value) ? ((value ?? null) as Json) : plainValue(value, undefined, tables)]);
  return values.some(([, value]) => value === undefined) ? undefined : ["ref", keyOf(target), column ?? null, values as readonly (readonly [string, Json])[]];
}
