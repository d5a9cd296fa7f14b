import type { Schema } from "../../schema/types.ts";

/** A table's name that nobody has: `base`, with as many underscores before it as that takes. */
export function freeName(base: string, schema: Schema): string {
  let name = base;
  while (Object.values(schema.tables).some((table) => sameName(table.name, name))) name = `_${name}`;
  return name;
}

function sameName(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}
