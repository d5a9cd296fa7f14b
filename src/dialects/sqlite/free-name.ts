import type { Schema } from "../../schema/types.ts";

/** A table's name that nobody has: `base`, with as many underscores before it as that takes. */
export function freeName(base: string, schema: Schema): string {
  const taken = new Set(Object.values(schema.tables).map(({ name }) => name.toLowerCase()));
  let name = base;
  while (taken.has(name.toLowerCase())) name = `_${name}`;
  return name;
}
