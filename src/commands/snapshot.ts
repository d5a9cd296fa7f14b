import { GravenError } from "../base/errors.ts";
import { descendantsOf } from "../revisions/graph.ts";
import { remakeSnapshots } from "../revisions/replay.ts";
import { oneRevision } from "../revisions/resolve.ts";
import { snapshotText, type Snapshot } from "../revisions/snapshot.ts";
import { checksumOf, findSnapshot, snapshotFile, type RevisionStore } from "../revisions/store.ts";
import type { Context } from "./context.ts";
import { openHistory } from "./project.ts";
import { recordUpgrade } from "./record.ts";

export interface SnapshotResult {
  /** The revisions whose snapshot was written. */
  readonly written: readonly string[];
}

/**
 * Makes the snapshot of a revision again from its operations, and of those that build on it. By default of every revision
 * whose snapshot is missing, broken, or older than the file.
 */
export async function snapshot(context: Context, options: { readonly revision?: string | undefined } = {}): Promise<SnapshotResult> {
  const { store } = await openHistory(context);
  const present = await readSound(store);
  const from = options.revision === undefined ? store.graph.order.filter((id) => isStale(store, id, present.get(id))) : [oneRevision(store.graph, options.revision)];
  return { written: await remake(context, store, from, present) };
}

/** Brings snapshots that are older than their files up to date before something builds on them. Tells whether any was. */
export async function refreshStale(context: Context, { store }: { readonly store: RevisionStore }): Promise<boolean> {
  const present = await readAll(store);
  const stale = store.graph.order.filter((id) => present.has(id) && isStale(store, id, present.get(id)));
  const written = await remake(context, store, stale, present);
  if (written.length) context.report({ kind: "note", message: `Brought ${written.length === 1 ? `the snapshot of ${written[0]}` : `${written.length} snapshots`} up to date with the edited ${stale.length === 1 ? "revision" : "revisions"}.` });
  return written.length > 0;
}

/** Whether a snapshot is missing or was made from another text of its file. */
export function isStale(store: RevisionStore, id: string, snapshot: Snapshot | undefined): boolean {
  return snapshot?.source !== checksumOf(store, id);
}

async function remake(context: Context, store: RevisionStore, from: readonly string[], present: ReadonlyMap<string, Snapshot>): Promise<readonly string[]> {
  if (!from.length) return [];
  const affected = descendantsOf(store.graph, from);
  const known = (id: string) => {
    const snapshot = present.get(id);
    if (!snapshot) throw new GravenError("SNP-002", `Revision "${id}" has no sound snapshot.`, { hint: `Run \`gen snapshot ${id}\` to make it from the revision.` });
    return snapshot;
  };
  const made = await remakeSnapshots(store, affected, known, (id) => recordUpgrade(store, id));
  const changed = affected.filter((id) => snapshotText(made.get(id)!) !== (present.get(id) && snapshotText(present.get(id)!)));
  await context.files.writeAll(changed.map((id) => ({ path: snapshotFile(store, id), text: snapshotText(made.get(id)!), replace: true })));
  for (const id of changed) context.report({ kind: "wrote", file: snapshotFile(store, id) });
  return changed;
}

async function readAll(store: RevisionStore): Promise<ReadonlyMap<string, Snapshot>> {
  const entries = await Promise.all(store.graph.order.map(async (id) => [id, await findSnapshot(store, id)] as const));
  return new Map(entries.flatMap(([id, snapshot]) => (snapshot ? [[id, snapshot]] : [])));
}

/** The snapshots that can be read; one that is broken or edited counts as missing, as it is about to be made again. */
async function readSound(store: RevisionStore): Promise<ReadonlyMap<string, Snapshot>> {
  const found = await Promise.allSettled(store.graph.order.map((id) => findSnapshot(store, id)));
  return new Map(found.flatMap((each, at) => (each.status === "fulfilled" && each.value ? [[store.graph.order[at]!, each.value]] : [])));
}
