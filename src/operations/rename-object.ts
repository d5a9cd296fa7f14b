import { insertObject } from "../schema/edit.ts";
import { findObject } from "../schema/find.ts";
import { objectKey } from "../schema/object-key.ts";
import { objectName, renamedObject } from "../schema/object-rename.ts";
import type { OperationDefinition } from "./definition.ts";
import { renameInObjects } from "./object-references.ts";

/** Gives an object another name, or moves it to another schema. */
export interface RenameObject {
  readonly kind: "renameObject";
  /** The object's key, such as `"view active_users"`. */
  readonly object: string;
  /** `"engaged_users"`, or `"auth.engaged_users"` in a schema. */
  readonly to: string;
}

export const renameObject: OperationDefinition<RenameObject> = {
  parameters: { object: "object", to: "name" },
  apply: (draft, { object, to }) => {
    const present = findObject(draft, object);
    const renamed = renamedObject(present, to);
    insertObject(draft.objects, objectKey(renamed), renamed, "Object");
    delete draft.objects[object];
    renameInObjects(draft, present, renamed);
  },
  invert: ({ object, to }, before) => {
    const present = findObject(before, object);
    return [{ kind: "renameObject", object: objectKey(renamedObject(present, to)), to: objectName(present) }];
  },
  describe: ({ object, to }) => `rename ${object} to ${to}`,
};
