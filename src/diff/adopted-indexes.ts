import { sameJson } from "../base/json.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed } from "../schema/find.ts";
import type { Index, Table, Unique } from "../schema/types.ts";
import type { PartChanges } from "./table-parts.ts";

/** The changes with each unique index that goes where a unique constraint over the same columns comes: the constraint takes it over. */
export function withAdoptedIndexes(before: Table, after: Table, changes: readonly PartChanges[]): readonly PartChanges[] {
  // The index of a partitioned table holds nothing that could be taken over.
  if (before.facts?.partitionBy) return changes;
  const going = new Set(changes.flatMap(({ drops }) => drops.flatMap((each) => (each.kind === "dropIndex" ? [each.name] : []))));
  const dropped = before.indexes.filter(({ name }) => going.has(name));
  const adopted = new Set<string>();
  const creations = changes.map((each) =>
    each.creations.map((creation): Operation => {
      if (creation.kind !== "createUnique") return creation;
      const index = dropped.find((one) => !adopted.has(one.name) && fits(one, creation.unique, before, after));
      if (!index) return creation;
      adopted.add(index.name);
      return { ...creation, options: { usingIndex: index.name } };
    }),
  );
  return changes.map(({ drops }, at) => ({ drops: drops.filter((each) => each.kind !== "dropIndex" || !adopted.has(each.name)), creations: creations[at]! }));
}

/** Whether an index is what the constraint would build, over columns that stay as they are. */
function fits(index: Index, unique: Unique, before: Table, after: Table): boolean {
  const { name: _, parts, unique: isUnique, include, nullsNotDistinct, ...rest } = index;
  const columns = parts.flatMap((part) => ("column" in part && Object.keys(part).length === 1 ? [part.column] : []));
  return (
    isUnique === true &&
    !Object.values(rest).some((each) => each !== undefined) &&
    unique.withoutOverlaps === undefined &&
    columns.length === parts.length &&
    sameJson(columns, unique.columns) &&
    sameJson(include ?? [], unique.include ?? []) &&
    nullsNotDistinct === unique.nullsNotDistinct &&
    [...columns, ...(include ?? [])].every((column) => sameJson(columnNamed(before, column), columnNamed(after, column)))
  );
}
