import { applyOperation, applyOperations } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { draftOf } from "../schema/edit.ts";
import { RunningHash } from "../schema/running-hash.ts";
import { sameSchema } from "../schema/same.ts";
import type { Schema } from "../schema/types.ts";
import { parentsOf } from "./graph.ts";
import { foldSnapshots } from "./fold.ts";
import { snapshotOfNext, type RunningSchema, type Snapshot } from "./snapshot.ts";
import { checksumOf, type RevisionStore } from "./store.ts";

/** Gives the operations that a revision's upgrade records. */
export type UpgradeRecorder = (id: string) => Promise<readonly Operation[]>;

/** Makes the snapshots of revisions again from their operations; `ids` in the order of the graph, `known` those of all others. */
export async function remakeSnapshots(store: RevisionStore, ids: readonly string[], known: (id: string) => Snapshot, record: UpgradeRecorder): Promise<ReadonlyMap<string, Snapshot>> {
  const made = new Map<string, Snapshot>();
  // Where the last one that was made ends: the next one mostly begins there.
  let end: { readonly id: string; readonly schema: RunningSchema } | undefined;
  for (const id of ids) {
    const parents = parentsOf(store.graph, id);
    const schema: RunningSchema = end && parents.length === 1 && parents[0] === end.id ? end.schema : runningSchema(foldSnapshots(store.graph, parents, (parent) => made.get(parent) ?? known(parent)));
    const operations = await record(id);
    made.set(id, remadeSnapshot({ revision: id, parents, source: checksumOf(store, id) }, schema, operations));
    end = { id, schema };
  }
  return made;
}

/** The snapshot that a revision's operations give on the schema at hand, which they change. */
export function remadeSnapshot({ revision, parents, source }: Pick<Snapshot, "revision" | "parents" | "source">, schema: RunningSchema, operations: readonly Operation[]): Snapshot {
  return snapshotOfNext({ revision, parents, source }, schema, (draft) => operations.forEach((operation) => applyOperation(draft, operation)));
}

/** A schema that operations may change one after the other. */
export function runningSchema(schema: Schema): RunningSchema {
  const draft = draftOf(schema);
  return { draft, hash: new RunningHash(draft) };
}

/** Whether a revision's operations lead to the schema that its snapshot holds. */
export function fitsSnapshot(before: Schema, after: Schema, operations: readonly Operation[]): boolean {
  return sameSchema(applyOperations(before, operations), after);
}
