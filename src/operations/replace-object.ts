import { findObject } from "../schema/find.ts";
import { objectKey } from "../schema/object-key.ts";
import type { DatabaseObject } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";

/** Gives an object another definition: in place where the database allows it, else dropped and made again. */
export interface ReplaceObject {
  readonly kind: "replaceObject";
  readonly object: DatabaseObject;
}

export const replaceObject: OperationDefinition<ReplaceObject> = {
  parameters: { object: "objectDefinition" },
  apply: (draft, { object }) => {
    const key = objectKey(object);
    findObject(draft, key);
    draft.objects[key] = object;
  },
  invert: ({ object }, before) => [{ kind: "replaceObject", object: findObject(before, objectKey(object)) }],
  describe: ({ object }) => `replace ${objectKey(object)}`,
};
