import { GravenError } from "../base/errors.ts";
import { editTable } from "../schema/edit.ts";
import { findConstraint, findTable } from "../schema/find.ts";
import type { Check, ForeignKey } from "../schema/types.ts";
import { formerValues, withChanges, type Changes } from "./changes.ts";
import type { OperationDefinition } from "./definition.ts";

/** Changes when a foreign key is looked at, or whether a check is: no row is read again for the first. An absent key leaves, `null` removes. */
export interface AlterConstraint {
  readonly kind: "alterConstraint";
  readonly table: string;
  readonly name: string;
  readonly changes: ConstraintChanges;
}

/** What a constraint of a kind takes over where it stands. */
export const constraintAttributes = { foreignKey: ["deferrable"], check: ["notEnforced"] } as const satisfies { readonly foreignKey: readonly (keyof ForeignKey)[]; readonly check: readonly (keyof Check)[] };

export type ConstraintChanges = Changes<Pick<ForeignKey, "deferrable"> & Pick<Check, "notEnforced">>;

export const alterConstraint: OperationDefinition<AlterConstraint> = {
  parameters: { table: "table", name: "name", changes: "constraintChanges" },
  apply: (draft, { table, name, changes }) =>
    editTable(draft, table, (each) => {
      const { kind } = findConstraint(each, name);
      const known: readonly string[] = kind === "foreignKey" || kind === "check" ? constraintAttributes[kind] : [];
      const stranger = Object.keys(changes).find((key) => !known.includes(key));
      if (stranger !== undefined) throw new GravenError("MOD-022", `"${stranger}" of constraint "${name}" of table "${table}" does not change where it stands.`, { hint: "Drop the constraint and make it anew." });
      const changed = <T extends { readonly name: string }>(part: T): T => (part.name === name ? withChanges(part, changes as Changes<Partial<T>>) : part);
      return { ...each, foreignKeys: each.foreignKeys.map(changed), checks: each.checks.map(changed) };
    }),
  invert: ({ table, name, changes }, before) => [{ kind: "alterConstraint", table, name, changes: formerValues(findConstraint(findTable(before, table), name).constraint, changes) }],
  describe: ({ table, name, changes }) => `alter constraint ${name} of ${table} (${Object.keys(changes).join(", ")})`,
};
