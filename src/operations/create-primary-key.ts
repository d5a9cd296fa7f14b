import { GravenError } from "../base/errors.ts";
import type { PrimaryKey } from "../schema/types.ts";
import { addPart } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Online } from "./online.ts";

/** Gives a table that has none a primary key. */
export interface CreatePrimaryKey {
  readonly kind: "createPrimaryKey";
  readonly table: string;
  readonly primaryKey: PrimaryKey;
  readonly options?: Online;
}

export const createPrimaryKey: OperationDefinition<CreatePrimaryKey> = {
  parameters: { table: "table", primaryKey: "primaryKeyDefinition", options: "options" },
  apply: (draft, { table, primaryKey }) => {
    addPart(draft, table, primaryKey, primaryKey.columns, (each) => {
      if (each.primaryKey) throw new GravenError("MOD-015", `Table "${table}" has a primary key already.`, { hint: `Drop "${each.primaryKey.name}" first.` });
      return { ...each, primaryKey };
    });
  },
  invert: ({ table, primaryKey }) => [{ kind: "dropConstraint", table, name: primaryKey.name }],
  describe: ({ table, primaryKey }) => `create primary key ${primaryKey.name} on ${table}`,
};
