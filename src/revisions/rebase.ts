import { GravenError } from "../base/errors.ts";
import { ancestorsOf, buildGraph, descendantsOf, inOrder, type RevisionGraph } from "./graph.ts";

/** A branch that is to stand on another head: which revisions move, and which headers change for it. */
export interface BranchMove {
  readonly onto: string;
  /** The revisions of the branch that the other head does not have, in order. */
  readonly moved: readonly string[];
  /** New parents, by revision. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** What builds on what is moved, itself included: their snapshots are made again. */
  readonly affected: readonly string[];
  readonly graph: RevisionGraph;
}

/**
 * Moves what `head` has and `onto` lacks on top of `onto`. Parents that `onto` has already give way to it; a merge that joined
 * such a parent keeps the other one. Throws MRG-003 where nothing is to be moved.
 */
export function moveBranch(graph: RevisionGraph, head: string, onto: string): BranchMove {
  const below = new Set(ancestorsOf(graph, [onto]));
  const own = ancestorsOf(graph, [head]).filter((id) => !below.has(id));
  if (!own.length || own.includes(onto) || ancestorsOf(graph, [head]).includes(onto)) {
    throw new GravenError("MRG-003", own.length ? `"${head}" stands on "${onto}" already.` : `"${onto}" has all that "${head}" has.`, { hint: "Nothing was written." });
  }
  const ownSet = new Set(own);
  const parents = new Map<string, readonly string[]>();
  for (const id of own) {
    const { downRevisions } = graph.revisions.get(id)!;
    const kept = downRevisions.filter((parent) => ownSet.has(parent));
    if (kept.length === downRevisions.length && kept.length) continue;
    parents.set(id, kept.length ? kept : [onto]);
  }
  const moved = new Map([...graph.revisions].map(([id, revision]) => [id, parents.has(id) ? { ...revision, downRevisions: parents.get(id)! } : revision] as const));
  const after = buildGraph([...moved.values()]);
  return { onto, moved: inOrder(after, ownSet), parents, affected: descendantsOf(after, own), graph: after };
}
