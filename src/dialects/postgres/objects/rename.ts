import { GravenError } from "../../../base/errors.ts";
import { splitKey } from "../../../schema/key.ts";
import { objectName } from "../../../schema/object-rename.ts";
import type { DatabaseObject, DatabaseObjectKind } from "../../../schema/types.ts";
import { quote } from "../quote.ts";
import { defaultSchema } from "../spelling.ts";
import { reference } from "./name.ts";

/** What has no name that could change. */
const nameless: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["cast", "grant", "extension", "operator", "event"]);

/** A move to another schema and a new name. */
export function renameObjectSql(object: DatabaseObject, to: string): string[] {
  if (nameless.has(object.kind)) throw new GravenError("RUN-022", `PostgreSQL cannot give the ${object.kind} "${objectName(object)}" another name.`, { hint: "Drop it and create the other one." });
  if (!("schema" in object) && objectName(object) === object.name && !hasSchema(object.kind)) return [`ALTER ${reference(object)} RENAME TO ${quote(to)}`];
  const target = splitKey(to);
  const present = (object as { readonly schema?: string }).schema;
  const moved = { ...object, ...(target.schema === undefined ? {} : { schema: target.schema }) } as DatabaseObject & { schema?: string };
  if (target.schema === undefined) delete (moved as { schema?: string }).schema;
  return [
    ...(present === target.schema ? [] : [`ALTER ${reference(object)} SET SCHEMA ${quote(target.schema ?? defaultSchema)}`]),
    ...(object.name === target.name ? [] : [`ALTER ${reference(moved)} RENAME TO ${quote(target.name)}`]),
  ];
}

function hasSchema(kind: DatabaseObjectKind): boolean {
  return !["trigger", "rule", "policy", "eventTrigger"].includes(kind);
}
