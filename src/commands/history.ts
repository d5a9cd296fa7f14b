import { findRevision, type RevisionGraph } from "../revisions/graph.ts";
import { needsDatabase } from "../revisions/identifier.ts";
import { branchNamesOf } from "../revisions/lineage.ts";
import { currentHeads, resolveRange, someRevisions } from "../revisions/resolve.ts";
import { readSnapshot, type RevisionStore } from "../revisions/store.ts";
import type { LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { readApplied, readDatabase } from "./database.ts";
import { openHistory } from "./project.ts";

/** One revision as `history`, `heads` and `show` tell it. */
export interface RevisionEntry {
  readonly revision: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly file: string;
  readonly created?: string;
  /** Labels that the revision itself carries. */
  readonly branchLabels: readonly string[];
  /** Labels of the branches that it is on: its own, those before it, and of the branch that it leads to. */
  readonly branchNames: readonly string[];
  readonly dependsOn: readonly string[];
  readonly isHead: boolean;
  /** A head that another branch depends on: it is applied with that branch, and no end of the history by itself. */
  readonly isDependedOn: boolean;
  readonly isBranchPoint: boolean;
  readonly isMergePoint: boolean;
  readonly isCurrent?: boolean;
}

export interface HistoryOptions {
  /** `a:b`, `a:`, `:b`, with any identifier at either end; default all. */
  readonly range?: string | undefined;
  /** Ask the database where it stands and mark it. */
  readonly indicateCurrent?: boolean | undefined;
}

/** All revisions, or those of a range, newest first. */
export async function history(context: Context, { range, indicateCurrent }: HistoryOptions = {}): Promise<readonly RevisionEntry[]> {
  const { config, store } = await openHistory(context);
  const applied = indicateCurrent ? await readAppliedSet(context, config, store) : await appliedFor(context, config, store, [range]);
  const ids = range === undefined ? store.graph.order : resolveRange(store.graph, range, applied);
  const current = new Set(indicateCurrent ? currentHeads(store.graph, applied) : []);
  return ids.map((id) => ({ ...entryOf(store.graph, id), ...(current.has(id) && { isCurrent: true }) })).toReversed();
}

/** The revisions that nothing builds on; with `resolveDependencies` without those that another branch depends on. */
export async function heads(context: Context, options: { readonly resolveDependencies?: boolean | undefined } = {}): Promise<readonly RevisionEntry[]> {
  const { store } = await openHistory(context);
  return store.graph.heads.map((id) => entryOf(store.graph, id)).filter(({ isDependedOn }) => !(options.resolveDependencies && isDependedOn));
}

export interface ShownRevision extends RevisionEntry {
  readonly source: string;
  /** What the revision did, from its snapshot: `tables job`. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The revisions that an identifier means, each with its file: one, or several for `heads` and for `current` on several branches. */
export async function show(context: Context, symbol: string): Promise<readonly ShownRevision[]> {
  const { config, store } = await openHistory(context);
  const ids = someRevisions(store.graph, symbol, await appliedFor(context, config, store, [symbol]));
  return Promise.all(
    ids.map(async (id) => {
      const snapshot = await readSnapshot(store, id);
      return { ...entryOf(store.graph, id), source: store.sources.get(id)!, changed: Object.keys(snapshot.objects), removed: snapshot.removed };
    }),
  );
}

/** What is applied, read only when one of the identifiers starts from where the database stands. */
export async function appliedFor(context: Context, config: LoadedConfig, store: RevisionStore, identifiers: readonly (string | undefined)[]): Promise<ReadonlySet<string>> {
  return identifiers.some((each) => each !== undefined && needsDatabase(each)) ? readAppliedSet(context, config, store) : new Set();
}

async function readAppliedSet(context: Context, config: LoadedConfig, store: RevisionStore): Promise<ReadonlySet<string>> {
  return readDatabase(context, config, async (database) => (await readApplied(database, store)).applied);
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
    branchNames: branchNamesOf(graph, id),
    dependsOn,
    isHead: !graph.children.has(id),
    isDependedOn: !graph.children.has(id) && graph.neededBy.has(id),
    isBranchPoint: (graph.children.get(id)?.length ?? 0) > 1,
    isMergePoint: downRevisions.length > 1,
  };
}
