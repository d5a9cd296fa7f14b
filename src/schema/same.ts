import { hash } from "../base/hash.ts";
import { canonicalJson, sameJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import type { ObjectKind, Schema, SchemaObject, Table } from "./types.ts";

/** The object kinds in the order in which they are written and hashed. */
export const objectKinds = ["namespaces", "enums", "tables", "requiredRows", "objects"] as const satisfies readonly ObjectKind[];

const hashes = new WeakMap<object, string>();

/**
 * Whether two schemas are the same database. The order of a table's columns and of its constraints makes no difference:
 * a column that was dropped and added again stands last on PostgreSQL, and that is no change of the schema.
 */
export function sameSchema(a: Schema, b: Schema): boolean {
  return objectKinds.every((kind) => {
    const [left, right] = [a[kind], b[kind]];
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length && keys.every((key) => key in right && sameObject(left[key]!, right[key]!));
  });
}

export function sameObject(a: SchemaObject, b: SchemaObject): boolean {
  if (a === b) return true;
  const [left, right] = [hashes.get(a), hashes.get(b)];
  if (left !== undefined && right !== undefined) return left === right;
  // Most are the same in the same order.
  return sameJson(a, b) || (isTableObject(a) && sameJson(canonical(a), canonical(b)));
}

/** The schema with what is the same in another one taken from there, so that whoever compares the two sees at a glance what did not change. */
export function withShared(schema: Schema, other: Schema): Schema {
  return { ...schema, enums: sharedRecord(schema.enums, other.enums), tables: sharedRecord(schema.tables, other.tables), requiredRows: sharedRecord(schema.requiredRows, other.requiredRows), objects: sharedRecord(schema.objects, other.objects) };
}

function sharedRecord<T extends SchemaObject>(record: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const entries = Object.entries(record).map(([key, object]): [string, T] => [key, other[key] !== undefined && sameObject(object, other[key]) ? other[key] : object]);
  const isSame = entries.length === Object.keys(other).length && entries.every(([key, object]) => other[key] === object);
  return isSame ? other : Object.fromEntries(entries);
}

/** A hash of the whole schema: equal for the same schema, whatever the order of its parts. An object's own hash is kept, so the cost follows the change. */
export function schemaHash(schema: Schema): string {
  const lines: string[] = [];
  for (const kind of objectKinds) {
    const record = schema[kind];
    for (const key of Object.keys(record).sort(byText)) lines.push(`${kind} ${key} ${objectHash(record[key]!)}`);
  }
  return hash(lines.join("\n"));
}

/** Tells the hash of an object ahead, which is what `objectHash` would find. */
export function knownHash(object: SchemaObject, hash: string): void {
  hashes.set(object, hash);
}

/** The hash of an object of a schema, taken once. */
export function objectHash(object: SchemaObject): string {
  let known = hashes.get(object);
  if (known === undefined) {
    known = hash(canonicalJson(canonical(object)));
    hashes.set(object, known);
  }
  return known;
}

/** The object with its parts in the order of their names. */
export function canonical<T extends SchemaObject>(object: T): T {
  if (!isTableObject(object)) return object;
  const table: Table = object;
  return {
    ...table,
    columns: sorted(table.columns),
    uniques: sorted(table.uniques),
    foreignKeys: sorted(table.foreignKeys),
    checks: sorted(table.checks),
    indexes: sorted(table.indexes),
    ...(table.exclusions && { exclusions: sorted(table.exclusions) }),
  } as T;
}

/** Whether an object of a schema is a table. */
export function isTableObject(object: SchemaObject): object is Table {
  return "columns" in object && !("kind" in object);
}

function sorted<T extends { readonly name: string }>(parts: readonly T[]): readonly T[] {
  const isSorted = parts.every((part, at) => at === 0 || byText(parts[at - 1]!.name, part.name) <= 0);
  return isSorted ? parts : [...parts].sort((a, b) => byText(a.name, b.name));
}
