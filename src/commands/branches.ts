import type { Context } from "./context.ts";
import { entryOf, type RevisionEntry } from "./history.ts";
import { openHistory } from "./project.ts";

/** A revision that several others build on. */
export interface BranchPoint extends RevisionEntry {
  readonly branches: readonly RevisionEntry[];
}

/** The revisions where the history forks, oldest first, each with what builds on it. */
export async function branches(context: Context): Promise<readonly BranchPoint[]> {
  const { graph } = (await openHistory(context)).store;
  const forks = graph.order.filter((id) => (graph.children.get(id)?.length ?? 0) > 1);
  return forks.map((id) => ({ ...entryOf(graph, id), branches: graph.children.get(id)!.map((child) => entryOf(graph, child)) }));
}
