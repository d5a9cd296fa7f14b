import { GravenError } from "../base/errors.ts";
import { sourceChecksum } from "../revisions/checksum.ts";
import { descendantsOf } from "../revisions/graph.ts";
import { remakeSnapshots } from "../revisions/replay.ts";
import { oneRevision } from "../revisions/resolve.ts";
import { snapshotText, parseSnapshot, type Snapshot } from "../revisions/snapshot.ts";
import { snapshotPath, type RevisionStore } from "../revisions/store.ts";
import type { Context } from "./context.ts";
import { openHistory } from "./project.ts";
import { recordUpgrade } from "./record.ts";

export interface SnapshotResult {
  /** The revisions whose snapshot was written. */
  readonly written: readonly string[];
}

/** Makes the snapshot of a revision (default: of every stale one) again from its operations, and of those that build on it. */
export async function snapshot(context: Context, options: { readonly revision?: string | undefined } = {}): Promise<SnapshotResult> {
  const { store } = await openHistory(context);
  const from = options.revision === undefined ? await staleRevisions(store) : [oneRevision(store.graph, options.revision)];
  return { written: await remake(context, store, from) };
}

/** Brings stale snapshots up to date before something builds on them. Tells whether any was. */
export async function refreshStale(context: Context, { store }: { readonly store: RevisionStore }): Promise<boolean> {
  const stale = await staleRevisions(store, { missing: "leave" });
  const written = await remake(context, store, stale);
  if (written.length) context.report({ kind: "note", message: `Brought ${written.length === 1 ? `the snapshot of ${written[0]}` : `${written.length} snapshots`} up to date with the edited ${stale.length === 1 ? "revision" : "revisions"}.` });
  return written.length > 0;
}

/** The revisions whose snapshot is missing or was made from another text of the file. */
export async function staleRevisions(store: RevisionStore, options: { readonly missing?: "leave" } = {}): Promise<readonly string[]> {
  const snapshots = await readAll(store);
  return store.graph.order.filter((id) => {
    const snapshot = snapshots.get(id);
    return snapshot ? snapshot.source !== sourceChecksum(store.sources.get(id)!) : options.missing !== "leave";
  });
}

async function remake(context: Context, store: RevisionStore, from: readonly string[]): Promise<readonly string[]> {
  if (!from.length) return [];
  const present = await readAll(store);
  const affected = descendantsOf(store.graph, from);
  const known = (id: string) => {
    const snapshot = present.get(id);
    if (!snapshot) throw new GravenError("SNP-002", `Revision "${id}" has no snapshot.`, { hint: `Run \`gen snapshot ${id}\` to make it from the revision.` });
    return snapshot;
  };
  const made = await remakeSnapshots(store, affected, known, (id) => recordUpgrade(store, id));
  const changed = affected.filter((id) => snapshotText(made.get(id)!) !== (present.get(id) && snapshotText(present.get(id)!)));
  await context.files.writeAll(changed.map((id) => ({ path: snapshotPath(store.folder, id), text: snapshotText(made.get(id)!), replace: true })));
  for (const id of changed) context.report({ kind: "wrote", file: snapshotPath(store.folder, id) });
  return changed;
}

async function readAll(store: RevisionStore): Promise<ReadonlyMap<string, Snapshot>> {
  const entries = await Promise.all(
    store.graph.order.map(async (id) => {
      const file = snapshotPath(store.folder, id);
      const text = await store.files.read(file);
      return text === undefined ? [] : [[id, parseSnapshot(text, file)] as const];
    }),
  );
  return new Map(entries.flat());
}
