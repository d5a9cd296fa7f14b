import { findObject, grantsOn } from "../schema/find.ts";
import { targetOf } from "../schema/privileges.ts";
import type { DatabaseObjectKind, Schema } from "../schema/types.ts";
import type { OperationDefinition, Warning } from "./definition.ts";

/** Drops an object by its key, such as `"view active_users"`. */
export interface DropObject {
  readonly kind: "dropObject";
  readonly object: string;
}

export const dropObject: OperationDefinition<DropObject> = {
  parameters: { object: "object" },
  apply: (draft, { object }) => {
    const granted = grantsWith(draft, object);
    delete draft.objects[object];
    for (const key of granted) delete draft.objects[key];
  },
  invert: ({ object }, before) => [object, ...grantsWith(before, object)].map((key) => ({ kind: "createObject", object: findObject(before, key) })),
  describe: ({ object }) => `drop ${object}`,
  warn: ({ object }, before) => losses[findObject(before, object).kind]?.(object) ?? [],
};

/** What was granted on an object goes with it. */
function grantsWith(schema: Schema, object: string): readonly string[] {
  const target = targetOf(findObject(schema, object));
  return target === undefined ? [] : grantsOn(schema, target);
}

/** What goes with an object beside its definition. */
const losses: { readonly [K in DatabaseObjectKind]?: (key: string) => readonly Warning[] } = {
  sequence: (key) => [{ code: "drop-sequence", message: `The ${key} forgets how far it has counted; a downgrade makes it start anew.` }],
  extension: (key) => [{ code: "drop-extension", message: `All that the ${key} made goes with it, and fails where something still uses it.` }],
};
