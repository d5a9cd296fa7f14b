import { GravenError, throwAll } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import { circle, faultsOf, indexRevisions } from "./faults.ts";
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
  /** The revisions that carry each branch label. */
  readonly labels: ReadonlyMap<string, string>;
  /** The revisions that build on each, by `downRevision`. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** What must be applied before each: parents and dependencies, labels resolved. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** The reverse of `needs`. */
  readonly neededBy: ReadonlyMap<string, readonly string[]>;
  /** Revisions that nothing builds on, in order. Another branch may depend on them. */
  readonly heads: readonly string[];
  readonly bases: readonly string[];
  /** For a revision that was replaced by another: the one that stands for it. */
  readonly replacedBy?: ReadonlyMap<string, string>;
}

/**
 * Builds the graph. Throws REV-001 to REV-007 for duplicate ids and labels, missing parents, self-loops and cycles,
 * all faults at once, each with its file.
 */
export function buildGraph(found: readonly Revision[]): RevisionGraph {
  const index = indexRevisions([...found].sort((a, b) => (a.file < b.file ? -1 : 1)));
  const { revisions, labels } = index;
  throwAll([...index.faults, ...[...revisions.values()].flatMap((revision) => faultsOf(revision, index))]);
  const needs = new Map([...revisions.values()].map((revision) => [revision.revision, needsOf(revision, labels)] as const));
  const ids = [...revisions.keys()].sort((a, b) => byCreation(revisions.get(a)!, revisions.get(b)!));
  const { order, cycles } = topologicalSort(ids, (id) => needs.get(id)!);
  throwAll(cycles.map((cycle) => circle(cycle, revisions)));

  const children = reversed(order, (id) => revisions.get(id)!.downRevisions);
  return {
    order,
    revisions,
    labels,
    children,
    needs,
    neededBy: reversed(order, (id) => needs.get(id)!),
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
  return graph.needs.get(id) ?? needsOf(findRevision(graph, id), graph.labels);
}

/** The revisions and all they build on, in the order of the graph. */
export function ancestorsOf(graph: RevisionGraph, ids: Iterable<string>): readonly string[] {
  return inOrder(graph, reach(ids, (id) => parentsOf(graph, id)));
}

/** The revisions and all that build on them, in the order of the graph. */
export function descendantsOf(graph: RevisionGraph, ids: Iterable<string>): readonly string[] {
  return inOrder(graph, reach(ids, (id) => graph.neededBy.get(id) ?? []));
}

/** A set of revisions in the order of the graph. */
export function inOrder(graph: RevisionGraph, ids: ReadonlySet<string>): readonly string[] {
  return graph.order.filter((id) => ids.has(id));
}

/** Everything that can be reached from the ids, themselves included. */
export function reach(ids: Iterable<string>, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...next(id));
  }
  return reached;
}

/** The only head, or none in an empty history. Throws REV-022 naming the heads when there are several. */
export function singleHeadOf(graph: RevisionGraph, choose = "name one: a revision, `label@head`, or `heads` for all"): readonly string[] {
  if (graph.heads.length > 1) {
    throw new GravenError("REV-022", `The history has ${graph.heads.length} heads: ${graph.heads.join(", ")}.`, { hint: `Run \`gen merge\` to join them, or ${choose}.` });
  }
  return graph.heads;
}

function needsOf({ downRevisions, dependsOn }: RevisionHeader, labels: ReadonlyMap<string, string>): readonly string[] {
  return dependsOn.length ? [...new Set([...downRevisions, ...dependsOn.map((needed) => labels.get(needed) ?? needed)])] : downRevisions;
}

function reversed(order: readonly string[], edges: (id: string) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const id of order) {
    for (const target of edges(id)) {
      const sources = found.get(target);
      if (sources) sources.push(id);
      else found.set(target, [id]);
    }
  }
  return found;
}

/** Ties between branches go by time of creation, then by id, so that every machine has one order. */
function byCreation(a: Revision, b: Revision): number {
  return (a.created ?? "").localeCompare(b.created ?? "", "en") || (a.revision < b.revision ? -1 : 1);
}
