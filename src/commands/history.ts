import { findRevision, type RevisionGraph } from "../revisions/graph.ts";
import { oneRevision } from "../revisions/resolve.ts";
import { readSnapshot } from "../revisions/store.ts";
import type { Context } from "./context.ts";
import { openHistory } from "./project.ts";

/** One revision as `history`, `heads` and `show` tell it. */
export interface RevisionEntry {
  readonly revision: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly file: string;
  readonly created?: string;
  readonly branchLabels: readonly string[];
  readonly dependsOn: readonly string[];
  readonly isHead: boolean;
  readonly isBranchPoint: boolean;
  readonly isMergePoint: boolean;
  readonly isCurrent?: boolean;
}

/** All revisions, newest first. */
export async function history(context: Context): Promise<readonly RevisionEntry[]> {
  const { store } = await openHistory(context);
  return store.graph.order.map((id) => entryOf(store.graph, id)).toReversed();
}

/** The revisions that nothing builds on. */
export async function heads(context: Context): Promise<readonly RevisionEntry[]> {
  const { store } = await openHistory(context);
  return store.graph.heads.map((id) => entryOf(store.graph, id));
}

export interface ShownRevision extends RevisionEntry {
  readonly source: string;
  /** What the revision did, from its snapshot: `tables job`. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** One revision with its file. `head` and a unique prefix name it too. */
export async function show(context: Context, symbol: string): Promise<ShownRevision> {
  const { store } = await openHistory(context);
  const id = oneRevision(store.graph, symbol);
  const snapshot = await readSnapshot(store, id);
  return { ...entryOf(store.graph, id), source: store.sources.get(id)!, changed: Object.keys(snapshot.objects), removed: snapshot.removed };
}

export function entryOf(graph: RevisionGraph, id: string): RevisionEntry {
  const { downRevisions, message, file, created, branchLabels, dependsOn } = findRevision(graph, id);
  return {
    revision: id,
    parents: downRevisions,
    message,
    file,
    ...(created !== undefined && { created }),
    branchLabels,
    dependsOn,
    isHead: graph.heads.includes(id),
    isBranchPoint: (graph.children.get(id)?.length ?? 0) > 1,
    isMergePoint: downRevisions.length > 1,
  };
}
