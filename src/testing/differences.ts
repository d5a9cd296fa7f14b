import { diffSchemas } from "../diff/index.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { describeOperation } from "../operations/apply.ts";
import { objectKinds, sameObject } from "../schema/same.ts";
import type { Schema, SchemaObject } from "../schema/types.ts";

/** What separates two schemas that a database keeps, a sentence each: what would have to be done to the first. Rows are none of it. */
export function differences(before: Schema, after: Schema, dialect: Dialect): readonly string[] {
  const [left, right] = [withoutRows(before), withoutRows(after)];
  const objects = objectKinds.flatMap((kind) => {
    const [a, b] = [left[kind] as Readonly<Record<string, SchemaObject>>, right[kind] as Readonly<Record<string, SchemaObject>>];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !(key in a && key in b && sameObject(a[key]!, b[key]!))).map((key) => `${kind} ${key}`);
  });
  if (!objects.length) return [];
  const described = diffSchemas(left, right, { comparison: dialect }).filter(({ kind }) => kind !== "todo").map(describeOperation);
  // A comparison that asks for meaning may find nothing where the texts differ.
  return described.length ? described : objects.map((name) => `${name} is written otherwise`);
}

function withoutRows(schema: Schema): Schema {
  return { ...schema, requiredRows: {} };
}
