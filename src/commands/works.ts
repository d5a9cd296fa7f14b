import { version } from "../base/version.ts";
import { applyOperations } from "../operations/apply.ts";
import { findRevision, parentsOf } from "../revisions/graph.ts";
import { currentHeads } from "../revisions/resolve.ts";
import { checksumOf, findSnapshot, schemaAt, type RevisionStore } from "../revisions/store.ts";
import type { Direction, History } from "../runtime/history.ts";
import type { RevisionWork } from "../runtime/plan.ts";
import type { Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import { recordRevision, refuseUndecided } from "./record.ts";
import { isStale } from "./snapshot.ts";

/** Reads every revision of a path and says what it does to the schema that the ones before leave, which is made when it is asked for. */
export async function worksOf(context: Context, store: RevisionStore, path: readonly string[], direction: Direction, applied: ReadonlySet<string>, history: History): Promise<RevisionWork[]> {
  if (!path.length) return [];
  const works: RevisionWork[] = [];
  const folded = await schemaAt(store, currentHeads(store.graph, applied));
  await reportStale(context, store, [...folded.stale, ...(direction === "upgrade" ? await staleOf(store, path) : [])]);
  const schemaBefore = schemasAlong(folded.schema, works);
  for (const [at, id] of path.entries()) {
    const operations = await recordRevision(store, id, direction, context.args);
    refuseUndecided(id, operations);
    const { file, message } = findRevision(store.graph, id);
    works.push({ revision: id, path: file, message, direction, operations, get before() { return schemaBefore(at); }, history, parents: parentsOf(store.graph, id), checksum: checksumOf(store, id), toolVersion: version, now: context.now });
  }
  return works;
}

/** The schema before each revision of a path, from the last one that was asked for: to keep them all would cost the square of their number. */
function schemasAlong(start: Schema, works: readonly RevisionWork[]): (at: number) => Schema {
  let known = { at: 0, schema: start };
  return (at) => {
    const from = known.at <= at ? known : { at: 0, schema: start };
    const between = works.slice(from.at, at).flatMap(({ operations }) => operations.map(({ operation }) => operation));
    known = { at, schema: between.length ? applyOperations(from.schema, between) : from.schema };
    return known.schema;
  };
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
