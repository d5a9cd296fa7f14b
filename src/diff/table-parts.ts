import { byText } from "../base/text.ts";
import type { Operation } from "../operations/index.ts";
import type { Table, TablePartKind } from "../schema/types.ts";
import { samePart, type Comparison, type PartOf } from "./comparison.ts";
import { partsOf } from "./parts.ts";

/** The operations on one kind of a table's parts, apart, as drops and creations stand at different places of a revision. */
export interface PartChanges {
  readonly drops: readonly Operation[];
  readonly creations: readonly Operation[];
}

/** Parts are paired by name; one whose content changed is dropped and created, one whose rows are now to be looked at is validated. */
export function partChanges<K extends TablePartKind>(key: string, before: Table, after: Table, kind: K, comparison: Comparison): PartChanges {
  const standing = new Map(partsOf(before, kind).map((part) => [part.name, part]));
  const wanted = new Map(partsOf(after, kind).map((part) => [part.name, part]));
  const stays = (name: string) => {
    const [present, next] = [standing.get(name), wanted.get(name)];
    return present !== undefined && next !== undefined && (samePart[kind](comparison, present as never, next as never) || becomesValid(kind, comparison, present, next));
  };
  const valid = [...wanted.values()].filter(({ name }) => standing.has(name) && becomesValid(kind, comparison, standing.get(name)!, wanted.get(name)!)).sort((a, b) => byText(a.name, b.name));
  const gone = [...standing.keys()].filter((name) => !stays(name)).sort(byText);
  const come = [...wanted.values()].filter(({ name }) => !stays(name)).sort((a, b) => byText(a.name, b.name));
  return { drops: gone.map((name) => dropOf(kind, key, name)), creations: [...come.map((part) => creators[kind](key, part)), ...valid.map(({ name }): Operation => ({ kind: "validateConstraint", table: key, name }))] };
}

/** Whether the only difference is that a constraint's rows, which it was told not to look at, are to be looked at. */
export function becomesValid<K extends TablePartKind>(kind: K, comparison: Comparison, before: PartOf[K], after: PartOf[K]): boolean {
  if ((kind !== "check" && kind !== "foreignKey") || !("notValid" in before) || !before.notValid) return false;
  const { notValid: _, ...valid } = before;
  return samePart[kind](comparison, valid as never, after as never);
}

export const creators: { readonly [K in TablePartKind]: (table: string, part: PartOf[K]) => Operation } = {
  primaryKey: (table, primaryKey) => ({ kind: "createPrimaryKey", table, primaryKey }),
  unique: (table, unique) => ({ kind: "createUnique", table, unique }),
  foreignKey: (table, foreignKey) => ({ kind: "createForeignKey", table, foreignKey }),
  check: (table, check) => ({ kind: "createCheck", table, check }),
  exclusion: (table, exclusion) => ({ kind: "createExclusion", table, exclusion }),
  index: (table, index) => ({ kind: "createIndex", table, index }),
};

function dropOf(kind: TablePartKind, table: string, name: string): Operation {
  return kind === "index" ? { kind: "dropIndex", table, name } : { kind: "dropConstraint", table, name };
}
