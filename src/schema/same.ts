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
  return a === b || sameJson(canonical(a), canonical(b));
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

function objectHash(object: SchemaObject): string {
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
