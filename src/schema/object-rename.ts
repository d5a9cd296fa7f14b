import { keyOf, splitKey } from "./key.ts";
import type { DatabaseObject, DatabaseObjectKind } from "./types.ts";

/** The kinds whose name stands in no schema of its own. */
const withoutSchema: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["trigger", "rule", "policy", "extension", "eventTrigger", "cast", "grant", "comment"]);

/** The name that PostgreSQL gives to the multirange of a range type: https://www.postgresql.org/docs/current/sql-createtype.html */
export function multirangeName(range: string): string {
  return range.includes("range") ? range.replace("range", "multirange") : `${range}_multirange`;
}

/** What `renameObject` calls the object: its name, with its schema where it has one of its own. */
export function objectName(object: DatabaseObject): string {
  return withoutSchema.has(object.kind) ? object.name : keyOf(object);
}

/** The object under another such name. */
export function renamedObject(object: DatabaseObject, to: string): DatabaseObject {
  if (withoutSchema.has(object.kind)) return { ...object, name: to };
  const { schema: _, ...rest } = object as DatabaseObject & { schema?: string };
  return { ...rest, ...splitKey(to) } as DatabaseObject;
}
