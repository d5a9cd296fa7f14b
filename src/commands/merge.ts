import { GravenError, messageOf } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { applyOperations, describeOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { sourceChecksum } from "../revisions/checksum.ts";
import { ancestorsOf, type RevisionGraph } from "../revisions/graph.ts";
import { refuseOverlap } from "../revisions/paths.ts";
import { resolvePoint } from "../revisions/resolve.ts";
import { snapshotOf, snapshotText } from "../revisions/snapshot.ts";
import { revisionPath, schemaAt, snapshotPath, type RevisionStore } from "../revisions/store.ts";
import { sameSchema } from "../schema/same.ts";
import type { Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import { placeOfNew } from "./folder.ts";
import { newLabels, refuseInner } from "./parents.ts";
import { openHistory } from "./project.ts";
import { recordUpgrade } from "./record.ts";

export interface MergeOptions {
  /** The heads to join; default all. */
  readonly revisions?: readonly string[];
  readonly message?: string | undefined;
  readonly revisionId?: string | undefined;
  readonly branchLabels?: readonly string[];
  /** The folder it goes to, where there are several. */
  readonly folder?: string | undefined;
  /** Allow revisions that others build on already. */
  readonly splice?: boolean | undefined;
}

export interface MergeResult {
  readonly revision: string;
  readonly file: string;
  readonly parents: readonly string[];
}

/**
 * Joins heads in a revision that merges their schemas, not only their ids: what each branch did is applied to their common
 * past in both orders, and only where both lead to the same schema is a file written. Throws MRG-001 and MRG-002.
 */
export async function merge(context: Context, options: MergeOptions = {}): Promise<MergeResult> {
  const { config, store } = await openHistory(context);
  const parents = parentsOfMerge(store.graph, options);
  if (new Set(parents).size < 2) throw new GravenError("MRG-001", parents.length ? `There is only one head, ${parents[0]}: nothing to merge.` : "There is no revision to merge.");
  const merged = await mergedSchema(store, parents);
  const branchLabels = newLabels(store.graph, options.branchLabels ?? []);
  const id = options.revisionId ?? context.newId();
  if (store.graph.revisions.has(id)) throw new GravenError("REV-001", `There is a revision "${id}" already.`, { hint: "Choose another id, or leave --rev-id out." });
  const message = options.message ?? `merge ${parents.join(" and ")}`;
  const { folder, root } = placeOfNew(config, store, parents, options.folder);
  const file = revisionPath(folder, id, message);
  const { writeEmptyRevision, resolvePrettierConfig } = await import("../codegen/index.ts");
  const text = await writeEmptyRevision(
    { message, revision: id, downRevision: parents, branchLabels, dependsOn: [], created: context.now() },
    { prettier: await resolvePrettierConfig(file) },
  );
  const { schema: folded } = await schemaAt(store, parents);
  await context.files.writeAll([
    { path: file, text },
    { path: snapshotPath(root, id), text: snapshotText(snapshotOf({ revision: id, parents, source: sourceChecksum(text) }, folded, merged)) },
  ]);
  return { revision: id, file, parents };
}

/** The revisions to join. Throws REV-030 for one that is no head, REV-033 where one builds on another. */
function parentsOfMerge(graph: RevisionGraph, { revisions = [], splice }: MergeOptions): readonly string[] {
  if (!revisions.length) return graph.heads;
  const points = revisions.map((symbol) => resolvePoint(graph, symbol));
  refuseOverlap(graph, points);
  const parents = [...new Set(points.flatMap(({ ids }) => ids))];
  if (!splice && parents.length > 1) refuseInner(graph, parents);
  return parents;
}

/** The schema after all branches, when the order in which they are applied makes no difference. */
async function mergedSchema(store: RevisionStore, parents: readonly string[]): Promise<Schema> {
  const lineages = parents.map((id) => new Set(ancestorsOf(store.graph, [id])));
  const shared = store.graph.order.filter((id) => lineages.every((lineage) => lineage.has(id)));
  const { schema: past } = await schemaAt(store, shared);
  const own = await Promise.all(
    lineages.map(async (lineage) => {
      const ids = store.graph.order.filter((id) => lineage.has(id) && !shared.includes(id));
      const operations: Operation[] = [];
      for (const id of ids) operations.push(...(await recordUpgrade(store, id)));
      return { ids, operations };
    }),
  );
  const results = [own, own.toReversed()].map((order) => {
    // A revision that two branches share beyond the common past is applied once.
    const done = new Set<string>();
    return attempt(() => order.reduce((schema, { ids, operations }) => (ids.every((id) => done.has(id)) ? schema : (ids.forEach((id) => done.add(id)), applyOperations(schema, operations))), past));
  });
  const [forwards, backwards] = results;
  if (forwards!.schema && backwards!.schema && sameSchema(forwards!.schema, backwards!.schema)) return forwards!.schema;
  const reason = forwards!.fault ?? backwards!.fault ?? "the order in which they are applied makes a difference";
  throw new GravenError("MRG-002", `The branches ${quotedList(parents)} conflict: ${reason}`, {
    hint: `Nothing was written. ${own.map(({ operations }, at) => `${parents[at]} does: ${operations.map(describeOperation).join(", ") || "nothing"}.`).join(" ")} Change one of them so that both can stand.`,
  });
}

function attempt(work: () => Schema): { readonly schema?: Schema; readonly fault?: string } {
  try {
    return { schema: work() };
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    return { fault: messageOf(error) };
  }
}
