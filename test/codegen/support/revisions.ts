import type { Operation } from "../../../src/operations/index.ts";
import { applyOperations, invertOperations } from "../../../src/operations/apply.ts";
import { emptySchema, type Schema, type Table } from "../../../src/schema/types.ts";
import type { RevisionSource } from "../../../src/codegen/index.ts";

/** A revision with these operations; the downgrade is their inverse. */
export function revisionOf(upgrade: readonly Operation[], before: Schema = emptySchema, more: Partial<RevisionSource> = {}): RevisionSource {
  const annotated = (operations: readonly Operation[]) => operations.map((operation) => ({ operation, comments: [] }));
  return {
    message: "create jobs",
    revision: "384cfaaaa0be",
    downRevision: null,
    branchLabels: [],
    dependsOn: [],
    created: new Date("2013-10-11T16:36:34.250Z"),
    upgrade: annotated(upgrade),
    downgrade: annotated(invertOperations(upgrade, before)),
    before,
    after: applyOperations(before, upgrade),
    ...more,
  };
}

/** A table with nothing but columns, and whatever is given. */
export function tableOf(name: string, columns: Table["columns"], more: Partial<Table> = {}): Table {
  return { name, columns, uniques: [], foreignKeys: [], checks: [], indexes: [], ...more };
}
