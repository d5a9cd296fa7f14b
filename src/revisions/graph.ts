import { GravenError, throwAll } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import type { RevisionHeader } from "./header.ts";

/** A revision and the file it stands in. */
export interface Revision extends RevisionHeader {
  readonly file: string;
}

/** The history: which revision comes after which. Pure; made once from the headers of all files. */
export interface RevisionGraph {
  /** Parents before children. */
  readonly order: readonly string[];
  readonly revisions: ReadonlyMap<string, Revision>;
  /** The revisions that build on each, by `downRevision`. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** Revisions that nothing builds on, in order. */
  readonly heads: readonly string[];
  readonly bases: readonly string[];
}

/**
 * Builds the graph. Throws REV-001 to REV-006 for duplicate ids and labels, missing parents, self-loops and cycles,
 * all faults at once, each with its file.
 */
export function buildGraph(found: readonly Revision[]): RevisionGraph {
  const faults: GravenError[] = [];
  const revisions = new Map<string, Revision>();
  const labels = new Map<string, string>();
  for (const revision of [...found].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const twin = revisions.get(revision.revision);
    if (twin) {
      faults.push(new GravenError("REV-001", `The revision id "${revision.revision}" stands in two files.`, { place: { file: revision.file }, hint: `The other one is ${twin.file}. Give one of them another id, and point its children at it.` }));
      continue;
    }
    revisions.set(revision.revision, revision);
    for (const label of revision.branchLabels) {
      const owner = labels.get(label);
      if (owner !== undefined) faults.push(new GravenError("REV-002", `The branch label "${label}" is used by "${owner}" and by "${revision.revision}".`, { place: { file: revision.file }, hint: "Choose another label for one of them." }));
      labels.set(label, revision.revision);
    }
  }
  for (const revision of revisions.values()) {
    for (const needed of needsOf(revision)) {
      if (needed === revision.revision) faults.push(new GravenError("REV-004", `Revision "${needed}" names itself as its parent.`, { place: { file: revision.file } }));
      else if (!revisions.has(needed) && !labels.has(needed)) {
        faults.push(new GravenError("REV-003", `Revision "${revision.revision}" builds on "${needed}", which is in no file.`, { place: { file: revision.file }, hint: didYouMean(needed, revisions.keys()) ?? "Bring the missing file back, or correct downRevision." }));
      }
    }
  }
  throwAll(faults);

  const ids = [...revisions.keys()].sort((a, b) => byCreation(revisions.get(a)!, revisions.get(b)!));
  const { order, cycles } = topologicalSort(ids, (id) => needsOf(revisions.get(id)!).map((needed) => (revisions.has(needed) ? needed : labels.get(needed)!)));
  throwAll(
    cycles.map((cycle) => new GravenError("REV-005", `The revisions ${quotedList(cycle)} build on each other in a circle.`, { place: { file: revisions.get(cycle[0]!)!.file }, hint: "Correct the downRevision of one of them." })),
  );

  const children = new Map<string, string[]>();
  for (const id of order) {
    for (const parent of revisions.get(id)!.downRevisions) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return {
    order,
    revisions,
    children,
    heads: order.filter((id) => !children.has(id)),
    bases: order.filter((id) => !revisions.get(id)!.downRevisions.length),
  };
}

/** The revision of this id. Throws REV-020 with the nearest id. */
export function findRevision(graph: RevisionGraph, id: string): Revision {
  const revision = graph.revisions.get(id);
  if (!revision) throw new GravenError("REV-020", `There is no revision "${id}".`, { hint: didYouMean(id, graph.revisions.keys()) ?? "`gen history` lists them all." });
  return revision;
}

/** Parents and dependencies: what must be applied before. Dependencies given as labels stand for the revision that carries them. */
export function parentsOf(graph: RevisionGraph, id: string): readonly string[] {
  return needsOf(findRevision(graph, id)).map((needed) => (graph.revisions.has(needed) ? needed : labelOwner(graph, needed)));
}

/** The revisions and all they build on, in the order of the graph. */
export function ancestorsOf(graph: RevisionGraph, ids: Iterable<string>): readonly string[] {
  const reached = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...parentsOf(graph, id));
  }
  return reached.size === graph.order.length ? graph.order : graph.order.filter((id) => reached.has(id));
}

/** The revisions and all that build on them, in the order of the graph. */
export function descendantsOf(graph: RevisionGraph, ids: Iterable<string>): readonly string[] {
  const reached = new Set(ids);
  for (const id of graph.order) if (!reached.has(id) && parentsOf(graph, id).some((parent) => reached.has(parent))) reached.add(id);
  return graph.order.filter((id) => reached.has(id));
}

export function labelOwner(graph: RevisionGraph, label: string): string {
  for (const revision of graph.revisions.values()) if (revision.branchLabels.includes(label)) return revision.revision;
  throw new GravenError("REV-020", `There is no revision or branch "${label}".`, { hint: didYouMean(label, [...graph.revisions.values()].flatMap((revision) => revision.branchLabels)) });
}

function needsOf(revision: RevisionHeader): readonly string[] {
  return revision.dependsOn.length ? [...revision.downRevisions, ...revision.dependsOn] : revision.downRevisions;
}

/** Ties between branches go by time of creation, then by id, so that every machine has one order. */
function byCreation(a: Revision, b: Revision): number {
  return (a.created ?? "").localeCompare(b.created ?? "", "en") || (a.revision < b.revision ? -1 : 1);
}

/** The only head, or none in an empty history. Throws REV-022 naming the heads when there are several. */
export function singleHeadOf(graph: RevisionGraph): readonly string[] {
  if (graph.heads.length > 1) {
    throw new GravenError("REV-022", `The history has ${graph.heads.length} heads: ${graph.heads.join(", ")}.`, { hint: "Run `gen merge` to join them, or name one: a revision, `label@head`, or `heads` for all." });
  }
  return graph.heads;
}
