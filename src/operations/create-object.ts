import { insertObject } from "../schema/edit.ts";
import { objectKey } from "../schema/object-key.ts";
import type { DatabaseObject } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";

/** Makes a view, a routine, a trigger, a sequence or any other object beside tables and enums. */
export interface CreateObject {
  readonly kind: "createObject";
  readonly object: DatabaseObject;
}

export const createObject: OperationDefinition<CreateObject> = {
  parameters: { object: "objectDefinition" },
  apply: (draft, { object }) => insertObject(draft.objects, objectKey(object), object, "Object"),
  invert: ({ object }) => [{ kind: "dropObject", object: objectKey(object) }],
  describe: ({ object }) => `create ${objectKey(object)}`,
};
