import { applyOperations } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { sameSchema } from "../schema/same.ts";
import type { Schema } from "../schema/types.ts";
import { parentsOf } from "./graph.ts";
import { foldSnapshots } from "./fold.ts";
import { snapshotOf, type Snapshot } from "./snapshot.ts";
import { checksumOf, type RevisionStore } from "./store.ts";

/** Gives the operations that a revision's upgrade records. */
export type UpgradeRecorder = (id: string) => Promise<readonly Operation[]>;

/** Makes the snapshots of revisions again from their operations; `ids` in the order of the graph, `known` those of all others. */
export async function remakeSnapshots(store: RevisionStore, ids: readonly string[], known: (id: string) => Snapshot, record: UpgradeRecorder): Promise<ReadonlyMap<string, Snapshot>> {
  const made = new Map<string, Snapshot>();
  for (const id of ids) {
    const before = foldSnapshots(store.graph, parentsOf(store.graph, id), (parent) => made.get(parent) ?? known(parent));
    const after = applyOperations(before, await record(id));
    made.set(id, snapshotOf({ revision: id, parents: parentsOf(store.graph, id), source: checksumOf(store, id) }, before, after));
  }
  return made;
}

/** Whether a revision's operations lead to the schema that its snapshot holds. */
export function fitsSnapshot(before: Schema, after: Schema, operations: readonly Operation[]): boolean {
  return sameSchema(applyOperations(before, operations), after);
}
