import { GravenError } from "../base/errors.ts";
import { version } from "../base/version.ts";
import { applyOperation } from "../operations/apply.ts";
import { findRevision, parentsOf } from "../revisions/graph.ts";
import { currentHeads } from "../revisions/resolve.ts";
import { checksumOf, findSnapshot, schemaAt, type RevisionStore } from "../revisions/store.ts";
import type { Direction, History } from "../runtime/history.ts";
import type { RevisionWork } from "../runtime/plan.ts";
import { draftOf } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import { recordRevision, refuseUndecided } from "./record.ts";
import { isStale } from "./snapshot.ts";

/** Reads every revision of a path and says what it does to the schema that the ones before leave. */
export async function worksOf(context: Context, store: RevisionStore, path: readonly string[], direction: Direction, applied: ReadonlySet<string>, history: History): Promise<RevisionWork[]> {
  if (!path.length) return [];
  const works: RevisionWork[] = [];
  const folded = await schemaAt(store, currentHeads(store.graph, applied));
  await reportStale(context, store, [...folded.stale, ...(direction === "upgrade" ? await staleOf(store, path) : [])]);
  let before: Schema = folded.schema;
  for (const id of path) {
    const operations = await recordRevision(store, id, direction, context.args);
    refuseUndecided(id, operations);
    const { file, message } = findRevision(store.graph, id);
    works.push({ revision: id, path: file, message, direction, operations, before, history, parents: parentsOf(store.graph, id), checksum: checksumOf(store, id), toolVersion: version, now: context.now });
    const draft = draftOf(before);
    for (const { operation, place } of operations) {
      try {
        applyOperation(draft, operation);
      } catch (error) {
        if (!(error instanceof GravenError)) throw error;
        throw new GravenError(error.code, `Revision "${id}": ${error.message}`, { place, hint: error.hint, cause: error });
      }
    }
    before = draft;
  }
  return works;
}

async function staleOf(store: RevisionStore, path: readonly string[]): Promise<string[]> {
  const snapshots = await Promise.all(path.map((id) => findSnapshot(store, id)));
  return path.filter((id, index) => snapshots[index] && isStale(store, id, snapshots[index]));
}

async function reportStale(context: Context, store: RevisionStore, stale: readonly string[]): Promise<void> {
  for (const id of stale) {
    context.report({ kind: "warning", code: "SNP-004", message: `The snapshot of revision "${id}" is older than its file ${findRevision(store.graph, id).file}.`, hint: `Run \`gen snapshot ${id}\`.` });
  }
}
