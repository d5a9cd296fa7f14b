import type { Context } from "./context.ts";
import { readApplied, readDatabase } from "./database.ts";
import { entryOf, type RevisionEntry } from "./history.ts";
import { openProject } from "./project.ts";

export interface CurrentResult {
  /** Which database it is, as messages tell it. */
  readonly database: string;
  readonly current: readonly RevisionEntry[];
  /** Whether the database stands at all heads of the history. */
  readonly isAtHead: boolean;
  readonly edited: readonly string[];
  /** Where a part of a run is applied that one revision stands for: that revision, and the part. The next upgrade ends the run. */
  readonly within?: { readonly revision: string; readonly applied: readonly string[]; readonly missing: readonly string[] };
  readonly halfApplied?: { readonly revision: string; readonly direction: string; readonly stepsDone: number; readonly stepsTotal: number; readonly error: string | null };
}

/** Where the database stands. Changes nothing, and never makes the history table. */
export async function current(context: Context): Promise<CurrentResult> {
  const { config, store } = await openProject(context);
  return readDatabase(context, config, async (database) => {
    const { applied, heads, graph, halfApplied, edited, within } = await readApplied(database, store);
    return {
      database: database.connection.title,
      current: heads.map((id) => ({ ...entryOf(graph, id), isCurrent: true })),
      isAtHead: !halfApplied && store.graph.heads.every((id) => applied.has(id)),
      edited,
      ...(within && { within: { revision: within.revision, applied: within.replaces.filter((id) => applied.has(id)), missing: within.replaces.filter((id) => !applied.has(id)) } }),
      ...(halfApplied && { halfApplied: { revision: halfApplied.revision, direction: halfApplied.direction, stepsDone: halfApplied.stepsDone, stepsTotal: halfApplied.stepsTotal, error: halfApplied.error ?? null } }),
    };
  });
}
