import { editTable } from "../schema/edit.ts";
import { findConstraint, findTable } from "../schema/find.ts";
import { constraintTarget, remarksOn } from "../schema/remarks.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Looks at the rows that a foreign key or a check with `notValid` has not seen, and takes the mark away (PostgreSQL). */
export interface ValidateConstraint {
  readonly kind: "validateConstraint";
  readonly table: string;
  readonly name: string;
}

export const validateConstraint: OperationDefinition<ValidateConstraint> = {
  parameters: { table: "table", name: "name" },
  apply: (draft, { table, name }) =>
    editTable(draft, table, (each) => {
      findConstraint(each, name);
      const validated = <T extends { readonly name: string; readonly notValid?: true }>(part: T): T => {
        if (part.name !== name || !part.notValid) return part;
        const { notValid: _, ...rest } = part;
        return rest as T;
      };
      return { ...each, foreignKeys: each.foreignKeys.map(validated), checks: each.checks.map(validated) };
    }),
  invert: ({ table, name }, before) => {
    const found = findConstraint(findTable(before, table), name);
    if (!("notValid" in found.constraint) || !found.constraint.notValid) return [];
    const again = found.kind === "check" ? { kind: "createCheck", table, check: found.constraint } : { kind: "createForeignKey", table, foreignKey: found.constraint };
    return [{ kind: "dropConstraint", table, name }, again as Operation, ...remarksOn(before, constraintTarget(table, name)).map((key): Operation => ({ kind: "createObject", object: before.objects[key]! }))];
  },
  describe: ({ table, name }) => `validate constraint ${name} of ${table}`,
};
