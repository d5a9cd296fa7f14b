import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import type { OperationDefinition } from "./definition.ts";

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
  },
  invert: ({ name }) => [{ kind: "createSchema", name }],
  describe: ({ name }) => `drop schema ${name}`,
};
