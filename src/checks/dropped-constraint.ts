import type { DropConstraint } from "../operations/drop-constraint.ts";
import { constraintsOf } from "../schema/find.ts";
import type { ConstraintKind } from "../schema/types.ts";
import type { Report, Scene } from "./rule.ts";

/** Reports a constraint of a kind that is dropped, unless another of its kind comes on the same table, or the table goes. */
export function dropsConstraint(kind: ConstraintKind, say: (table: string, name: string) => string): (operation: DropConstraint, scene: Scene) => Report | undefined {
  return ({ table, name }, { present, operations, index }) => {
    const owner = present.tables[table];
    const found = owner && constraintsOf(owner).find(({ constraint }) => constraint.name === name);
    if (found?.kind !== kind) return undefined;
    const later = operations.filter((each) => each.index > index).map(({ operation }) => operation);
    const comesBack = later.some((operation) => (operation.kind === creators[kind] && "table" in operation && operation.table === table) || (operation.kind === "dropTable" && operation.table === table));
    return comesBack ? undefined : { table, message: say(table, name) };
  };
}

const creators = { primaryKey: "createPrimaryKey", unique: "createUnique", foreignKey: "createForeignKey", check: "createCheck", exclusion: "createExclusion" } as const;
