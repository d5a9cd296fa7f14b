import type { ForeignKey } from "../schema/types.ts";
import { addPart, checkReferences } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Online } from "./online.ts";

/** Adds a foreign key to a table; the rows that are there must satisfy it. */
export interface CreateForeignKey {
  readonly kind: "createForeignKey";
  readonly table: string;
  readonly foreignKey: ForeignKey;
  readonly options?: Online;
}

export const createForeignKey: OperationDefinition<CreateForeignKey> = {
  parameters: { table: "table", foreignKey: "foreignKeyDefinition", options: "options" },
  apply: (draft, { table, foreignKey }) => {
    checkReferences(draft, foreignKey.references);
    addPart(draft, table, foreignKey, foreignKey.columns, (each) => ({ ...each, foreignKeys: [...each.foreignKeys, foreignKey] }));
  },
  invert: ({ table, foreignKey }) => [{ kind: "dropConstraint", table, name: foreignKey.name }],
  describe: ({ table, foreignKey }) => `create foreign key ${foreignKey.name} on ${table}`,
};
