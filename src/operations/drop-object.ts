import { findObject } from "../schema/find.ts";
import type { DatabaseObjectKind } from "../schema/types.ts";
import type { OperationDefinition, Warning } from "./definition.ts";

/** Drops an object by its key, such as `"view active_users"`. */
export interface DropObject {
  readonly kind: "dropObject";
  readonly object: string;
}

export const dropObject: OperationDefinition<DropObject> = {
  parameters: { object: "object" },
  apply: (draft, { object }) => {
    findObject(draft, object);
    delete draft.objects[object];
  },
  invert: ({ object }, before) => [{ kind: "createObject", object: findObject(before, object) }],
  describe: ({ object }) => `drop ${object}`,
  warn: ({ object }, before) => losses[findObject(before, object).kind]?.(object) ?? [],
};

/** What goes with an object beside its definition. */
const losses: { readonly [K in DatabaseObjectKind]?: (key: string) => readonly Warning[] } = {
  sequence: (key) => [{ code: "drop-sequence", message: `The ${key} forgets how far it has counted; a downgrade makes it start anew.` }],
  extension: (key) => [{ code: "drop-extension", message: `All that the ${key} made goes with it, and fails where something still uses it.` }],
};
