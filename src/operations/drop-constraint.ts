import { editTable, withoutAbsent } from "../schema/edit.ts";
import { findConstraint, findTable } from "../schema/find.ts";
import { constraintTarget, remarksOn } from "../schema/remarks.ts";
import type { ConstraintKind, Table } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Drops a constraint of any kind by its name; the schema tells its kind. */
export interface DropConstraint {
  readonly kind: "dropConstraint";
  readonly table: string;
  readonly name: string;
}

export const dropConstraint: OperationDefinition<DropConstraint> = {
  parameters: { table: "table", name: "name" },
  apply: (draft, { table, name }) => {
    editTable(draft, table, (each) => removers[findConstraint(each, name).kind](each, name));
    for (const key of remarksOn(draft, constraintTarget(table, name))) delete draft.objects[key];
  },
  invert: ({ table, name }, before) => {
    const found = findConstraint(findTable(before, table), name);
    const again: { readonly [K in ConstraintKind]: string } = { primaryKey: "createPrimaryKey", unique: "createUnique", foreignKey: "createForeignKey", check: "createCheck", exclusion: "createExclusion" };
    return [{ kind: again[found.kind], table, [found.kind]: found.constraint } as unknown as Operation, ...remarksOn(before, constraintTarget(table, name)).map((key): Operation => ({ kind: "createObject", object: before.objects[key]! }))];
  },
  describe: ({ table, name }) => `drop constraint ${name} of ${table}`,
};

const removers: { readonly [K in ConstraintKind]: (table: Table, name: string) => Table } = {
  primaryKey: (table) => withoutAbsent<Table>({ ...table, primaryKey: undefined }),
  unique: (table, name) => ({ ...table, uniques: table.uniques.filter((each) => each.name !== name) }),
  foreignKey: (table, name) => ({ ...table, foreignKeys: table.foreignKeys.filter((each) => each.name !== name) }),
  check: (table, name) => ({ ...table, checks: table.checks.filter((each) => each.name !== name) }),
  exclusion: (table, name) => {
    const exclusions = (table.exclusions ?? []).filter((each) => each.name !== name);
    return withoutAbsent<Table>({ ...table, exclusions: exclusions.length ? exclusions : undefined });
  },
};
