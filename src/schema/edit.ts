import { GravenError } from "../base/errors.ts";
import { findTable } from "./find.ts";
import type { Column, DatabaseObject, EnumType, Namespace, RequiredRows, Schema, Table } from "./types.ts";

/**
 * A schema under edit: its records may be changed, the objects in them may only be replaced.
 * A draft is a `Schema`, so whatever reads one can read the state in the middle of a run of operations.
 */
export interface Draft extends Schema {
  readonly namespaces: Record<string, Namespace>;
  readonly enums: Record<string, EnumType>;
  readonly tables: Record<string, Table>;
  readonly requiredRows: Record<string, RequiredRows>;
  readonly objects: Record<string, DatabaseObject>;
}

/** A draft that shares every object with `schema` and none of its records. */
export function draftOf(schema: Schema): Draft {
  return { namespaces: copied(schema.namespaces), enums: copied(schema.enums), tables: copied(schema.tables), requiredRows: copied(schema.requiredRows), objects: copied(schema.objects) };
}

/** The schema itself where it is said to be a draft that may be changed, else a draft of it. */
export function draftIn(schema: Schema, inPlace = false): Draft {
  return inPlace ? (schema as Draft) : draftOf(schema);
}

/** Of a record that grew to hundreds of keys, V8 assigns three times as fast as it spreads. */
function copied<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.assign({}, record);
}

/** Replaces a table by the result of `change`. Throws MOD-010 when there is none of that key. */
export function editTable(draft: Draft, key: string, change: (table: Table) => Table): void {
  draft.tables[key] = change(findTable(draft, key));
}

/** The table with one column replaced; its place among the columns is kept. */
export function withColumn(table: Table, name: string, change: (column: Column) => Column): Table {
  return { ...table, columns: table.columns.map((column) => (column.name === name ? change(column) : column)) };
}

/** Adds an object under a key that is free. Throws MOD-015 when it is taken. */
export function insertObject<T>(record: Record<string, T>, key: string, object: T, noun: string): void {
  if (key in record) throw new GravenError("MOD-015", `${noun} "${key}" is there already.`, { hint: "Choose another name, or drop the present one first." });
  record[key] = object;
}

/** Removes the keys whose value is `undefined`: absent and undefined mean the same, and JSON knows only the first. */
export function withoutAbsent<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) result[key] = item;
  return result as T;
}
