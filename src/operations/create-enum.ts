import { insertObject } from "../schema/edit.ts";
import { splitKey } from "../schema/key.ts";
import type { OperationDefinition } from "./definition.ts";

/** Makes an enumeration: a type on PostgreSQL; elsewhere the columns that use it carry its labels. */
export interface CreateEnum {
  readonly kind: "createEnum";
  readonly name: string;
  readonly labels: readonly string[];
}

export const createEnum: OperationDefinition<CreateEnum> = {
  parameters: { name: "name", labels: "labels" },
  apply: (draft, { name, labels }) => insertObject(draft.enums, name, { ...splitKey(name), labels }, "Enum"),
  invert: ({ name }) => [{ kind: "dropEnum", name }],
  describe: ({ name }) => `create enum ${name}`,
};
