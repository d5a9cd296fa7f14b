import type { Unique } from "../schema/types.ts";
import { addPart } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Online } from "./online.ts";

/** Adds a unique constraint to a table; the rows that are there must satisfy it. */
export interface CreateUnique {
  readonly kind: "createUnique";
  readonly table: string;
  readonly unique: Unique;
  readonly options?: Online;
}

export const createUnique: OperationDefinition<CreateUnique> = {
  parameters: { table: "table", unique: "uniqueDefinition", options: "options" },
  apply: (draft, { table, unique }) => {

    addPart(draft, table, unique, unique.columns, (each) => ({ ...each, uniques: [...each.uniques, unique] }));
  },
  invert: ({ table, unique }) => [{ kind: "dropConstraint", table, name: unique.name }],
  describe: ({ table, unique }) => `create unique constraint ${unique.name} on ${table}`,
};
