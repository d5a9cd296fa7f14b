import { insertObject } from "../schema/edit.ts";
import type { OperationDefinition } from "./definition.ts";

/** Makes a PostgreSQL schema. */
export interface CreateSchema {
  readonly kind: "createSchema";
  readonly name: string;
}

export const createSchema: OperationDefinition<CreateSchema> = {
  parameters: { name: "name" },
  apply: (draft, { name }) => insertObject(draft.namespaces, name, { name }, "Schema"),
  invert: ({ name }) => [{ kind: "dropSchema", name }],
  describe: ({ name }) => `create schema ${name}`,
};
