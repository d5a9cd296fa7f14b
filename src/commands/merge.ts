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
import { byTemplate } from "./by-template.ts";
import type { Context } from "./context.ts";
import { placeOfNew } from "./folder.ts";
import { idOfNew, newLabels, refuseInner } from "./parents.ts";
import { openHistory } from "./project.ts";
import { recordUpgrade } from "./record.ts";
import { writeMade } from "./write-revision.ts";

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
  if (parents.length < 2) throw nothingToMerge(store.graph, parents);
  const merged = await mergedSchema(store, parents);
  const branchLabels = newLabels(store.graph, options.branchLabels ?? []);
  const id = idOfNew(context, store, options.revisionId);
  const message = options.message ?? `merge ${parents.join(" and ")}`;
  const { folder, root } = placeOfNew(config, store, parents, options.folder);
  const file = revisionPath(folder, id, message);
  const { writeEmptyRevision } = await import("../codegen/index.ts");
  const text = await byTemplate(context, config, file, (format) => writeEmptyRevision({ message, revision: id, downRevision: parents, branchLabels, dependsOn: [], created: context.now() }, format));
  const { schema: folded } = await schemaAt(store, parents);
  await writeMade(context, { config }, [{ id, file, text, snapshot: snapshotPath(root, id), snapshotText: (source) => snapshotText(snapshotOf({ revision: id, parents, source: sourceChecksum(source) }, folded, merged)) }]);
  return { revision: id, file, parents };
}

function nothingToMerge({ heads }: RevisionGraph, [only]: readonly string[]): GravenError {
  if (only === undefined) return new GravenError("MRG-001", "There is no revision to merge.");
  if (heads.length < 2) return new GravenError("MRG-001", `There is only one head, ${only}: nothing to merge.`);
  return new GravenError("MRG-001", `Only one revision was named, ${only}: nothing to merge.`, { hint: `Name two or more of the heads, ${heads.join(", ")}, or none for all of them.` });
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
  const branches = lineages.map((lineage) => store.graph.order.filter((id) => lineage.has(id) && !shared.includes(id)));
  const operations = new Map<string, readonly Operation[]>();
  for (const id of new Set(branches.flat())) operations.set(id, await recordUpgrade(store, id));
  // A revision that some branches share beyond the past of all is applied once, with the first of them.
  const [forwards, backwards] = [branches, branches.toReversed()].map((order) => attempt(() => [...new Set(order.flat())].reduce((schema, id) => applyOperations(schema, operations.get(id)!), past)));
  if (forwards!.schema && backwards!.schema && sameSchema(forwards!.schema, backwards!.schema)) return forwards!.schema;
  const reason = forwards!.fault ?? backwards!.fault ?? "the order in which they are applied makes a difference";
  const does = parents.map((parent, at) => {
    const alone = branches[at]!.filter((id) => !branches.some((other, place) => place !== at && other.includes(id)));
    return `${parent} does: ${alone.flatMap((id) => operations.get(id)!).map(describeOperation).join(", ") || "nothing by itself"}.`;
  });
  throw new GravenError("MRG-002", `The branches ${quotedList(parents)} conflict: ${reason}`, { hint: `Nothing was written. ${does.join(" ")} Change one of them so that both can stand.` });
}

function attempt(work: () => Schema): { readonly schema?: Schema; readonly fault?: string } {
  try {
    return { schema: work() };
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    return { fault: messageOf(error) };
  }
}
