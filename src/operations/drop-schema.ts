import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { remarksOn } from "../schema/remarks.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Drops a PostgreSQL schema, which must be empty. */
export interface DropSchema {
  readonly kind: "dropSchema";
  readonly name: string;
}

export const dropSchema: OperationDefinition<DropSchema> = {
  parameters: { name: "name" },
  apply: (draft, { name }) => {
    if (!(name in draft.namespaces)) throw new GravenError("MOD-016", `Schema "${name}" is not there.`, { hint: didYouMean(name, Object.keys(draft.namespaces)) });
    delete draft.namespaces[name];
    for (const key of remarksOn(draft, `schema ${name}`)) delete draft.objects[key];
  },
  invert: ({ name }, before) => [{ kind: "createSchema", name }, ...remarksOn(before, `schema ${name}`).map((key): Operation => ({ kind: "createObject", object: before.objects[key]! }))],
  describe: ({ name }) => `drop schema ${name}`,
};
