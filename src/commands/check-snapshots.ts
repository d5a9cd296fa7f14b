import { formatPlace, GravenError } from "../base/errors.ts";
import { sameJson } from "../base/json.ts";
import type { Operation } from "../operations/index.ts";
import { foldSnapshots } from "../revisions/fold.ts";
import { parentsOf } from "../revisions/graph.ts";
import { fitsSnapshot, remadeSnapshot, runningSchema } from "../revisions/replay.ts";
import type { RunningSchema, Snapshot } from "../revisions/snapshot.ts";
import { checksumOf, readSnapshot, snapshotFile, type RevisionStore } from "../revisions/store.ts";
import { sameObject, schemaHash } from "../schema/same.ts";
import type { SchemaObject } from "../schema/types.ts";
import type { Finding } from "./check.ts";
import { recordUpgrade } from "./record.ts";

/** Whether each snapshot is what its revision gives, but for revisions that are not to be read. In a straight history the cost follows what each changes. */
export async function checkSnapshots({ store }: { readonly store: RevisionStore }, skipped: ReadonlySet<string> = new Set()): Promise<Finding[]> {
  const findings: Finding[] = [];
  const snapshots = new Map<string, Snapshot>();
  const at = (id: string) => snapshots.get(id)!;
  // Where the last one ends that was found right: the next one mostly begins there.
  let end: { readonly id: string; readonly schema: RunningSchema } | undefined;
  for (const id of store.graph.order) {
    const file = snapshotFile(store, id);
    const last = end;
    end = undefined;
    try {
      const snapshot = await readSnapshot(store, id);
      const parents = parentsOf(store.graph, id);
      // What builds on a broken snapshot cannot be told either, however far above it stands.
      if (parents.some((parent) => !snapshots.has(parent))) continue;
      snapshots.set(id, snapshot);
      if (snapshot.source !== checksumOf(store, id)) {
        findings.push({ code: "SNP-004", message: `Revision "${id}" was edited after its snapshot was made.`, place: store.graph.revisions.get(id)!.file, hint: `Run \`gen snapshot ${id}\`.` });
        continue;
      }
      const operations = skipped.has(id) ? undefined : await recordUpgrade(store, id);
      const schema = last && parents.length === 1 && parents[0] === last.id ? last.schema : runningSchema(foldSnapshots(store.graph, parents, at));
      if (operations && sameSnapshot(remadeSnapshot(snapshot, schema, operations), snapshot)) end = { id, schema };
      else if (!isRight(store, snapshot, at, operations)) {
        findings.push({ code: "SNP-003", message: `The snapshot of revision "${id}" is not what the revision's operations give.`, place: file, hint: `Undo the edit, or run \`gen snapshot ${id}\` to make it again.` });
      }
    } catch (error) {
      if (!(error instanceof GravenError)) throw error;
      findings.push({ code: error.code, message: error.message, place: error.place ? formatPlace(error.place) : file, ...(error.hint !== undefined && { hint: error.hint }) });
    }
  }
  return findings;
}

/** Whether two snapshots of a revision say the same; one that says more than it must may be right all the same. */
function sameSnapshot(made: Snapshot, snapshot: Snapshot): boolean {
  const names = Object.keys(made.objects);
  return (
    made.hash === snapshot.hash &&
    names.length === Object.keys(snapshot.objects).length &&
    names.every((name) => snapshot.objects[name] !== undefined && isWritten(snapshot.objects[name], made.objects[name]!)) &&
    made.removed.length === snapshot.removed.length &&
    made.removed.every((name) => snapshot.removed.includes(name))
  );
}

/** Whether a snapshot holds an object. Its hash is no word for rows, which may have been edited beside it. */
function isWritten(written: SchemaObject, made: SchemaObject): boolean {
  return "rows" in written ? sameJson(written, made) : sameObject(written, made);
}

/** The same question of whole schemas. */
function isRight(store: RevisionStore, { revision, hash }: Snapshot, at: (id: string) => Snapshot, operations: readonly Operation[] | undefined): boolean {
  const after = foldSnapshots(store.graph, [revision], at);
  return schemaHash(after) === hash && (!operations || fitsSnapshot(foldSnapshots(store.graph, parentsOf(store.graph, revision), at), after, operations));
}
