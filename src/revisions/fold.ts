import { draftOf } from "../schema/edit.ts";
import { emptySchema, type Schema } from "../schema/types.ts";
import { ancestorsOf, parentsOf, type RevisionGraph } from "./graph.ts";
import { applySnapshot, rebaseSnapshot, type Snapshot } from "./snapshot.ts";

/**
 * The schema that snapshots at hand fold to. In a straight history each snapshot's objects take their place; where branches
 * changed the same object, each adds what it changed itself.
 */
export function foldSnapshots(graph: RevisionGraph, ids: readonly string[], snapshotFor: (id: string) => Snapshot): Schema {
  const order = ancestorsOf(graph, ids);
  const isStraight = order.every((id, at) => parentsOf(graph, id).every((parent) => parent === order[at - 1]) && (at === 0 || parentsOf(graph, id).length === 1));
  const draft = draftOf(emptySchema);
  const own = new Map<string, Schema>();
  order.forEach((id, at) => {
    const snapshot = snapshotFor(id);
    const parents = parentsOf(graph, id);
    // What a revision's own line holds is all that was folded so far, unless another branch came in between.
    if (isStraight || ancestorsOf(graph, parents).length === at) applySnapshot(draft, snapshot);
    else {
      const key = parents.join(" ");
      const before = own.get(key) ?? foldSnapshots(graph, parents, snapshotFor);
      own.set(key, before);
      rebaseSnapshot(draft, snapshot, before);
    }
  });
  return draft;
}
