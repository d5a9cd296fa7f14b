import type { Check } from "../schema/types.ts";
import { addPart } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Online } from "./online.ts";

/** Adds a check to a table; the rows that are there must satisfy it. */
export interface CreateCheck {
  readonly kind: "createCheck";
  readonly table: string;
  readonly check: Check;
  readonly options?: Online;
}

export const createCheck: OperationDefinition<CreateCheck> = {
  parameters: { table: "table", check: "checkDefinition", options: "options" },
  apply: (draft, { table, check }) => {

    addPart(draft, table, check, [], (each) => ({ ...each, checks: [...each.checks, check] }));
  },
  invert: ({ table, check }) => [{ kind: "dropConstraint", table, name: check.name }],
  describe: ({ table, check }) => `create check ${check.name} on ${table}`,
};
