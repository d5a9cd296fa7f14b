import { GravenError } from "../base/errors.ts";
import { editTable } from "../schema/edit.ts";
import { findConstraint, partNames } from "../schema/find.ts";
import { constraintTarget } from "../schema/remarks.ts";
import type { OperationDefinition } from "./definition.ts";
import { withRenamedMarks } from "./marks.ts";
import { moveRemark } from "./object-references.ts";

export interface RenameConstraint {
  readonly kind: "renameConstraint";
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

export const renameConstraint: OperationDefinition<RenameConstraint> = {
  parameters: { table: "table", from: "name", to: "name" },
  apply: (draft, { table, from, to }) => {
    editTable(draft, table, (each) => {
      findConstraint(each, from);
      if (partNames(each).some(({ name }) => name === to)) throw new GravenError("MOD-015", `Table "${table}" has a constraint or index "${to}" already.`);
      const renamed = <T extends { readonly name: string }>(part: T): T => (part.name === from ? { ...part, name: to } : part);
      return {
        ...withRenamedMarks(each, from, to),
        ...(each.primaryKey && { primaryKey: renamed(each.primaryKey) }),
        uniques: each.uniques.map(renamed),
        foreignKeys: each.foreignKeys.map(renamed),
        checks: each.checks.map(renamed),
        ...(each.exclusions && { exclusions: each.exclusions.map(renamed) }),
      };
    });
    moveRemark(draft, constraintTarget(table, from), constraintTarget(table, to));
  },
  invert: ({ table, from, to }) => [{ kind: "renameConstraint", table, from: to, to: from }],
  describe: ({ table, from, to }) => `rename constraint ${from} of ${table} to ${to}`,
};
