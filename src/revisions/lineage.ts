import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { inOrder, reach, type RevisionGraph } from "./graph.ts";

/** A branch that a target names on its left side, by a label or by one of its revisions. */
export interface Branch {
  readonly name: string;
  /** The revision that carries the label. */
  readonly root: string;
  /** The root with everything before and after it by `downRevision`: where steps and names on the branch may lead. */
  readonly lineage: ReadonlySet<string>;
  /** What is the branch's own: the root, what builds on it, and what stands before it back to a branch point or a merge. */
  readonly members: ReadonlySet<string>;
}

/** The branch of a label, an id or the beginning of one. Throws REV-020 and REV-021. */
export function findBranch(graph: RevisionGraph, name: string): Branch {
  const root = graph.labels.get(name) ?? idStartingWith(graph, name) ?? unknownBranch(graph, name);
  const lineage = new Set([...reach([root], parents(graph)), ...descendants(graph, [root])]);
  return { name, root, lineage, members: membersOf(graph, root) };
}

const branchNames = new WeakMap<RevisionGraph, ReadonlyMap<string, readonly string[]>>();

/** The labels of the branches that a revision is a member of, its own among them. */
export function branchNamesOf(graph: RevisionGraph, id: string): readonly string[] {
  const known = branchNames.get(graph) ?? membersByLabel(graph);
  branchNames.set(graph, known);
  return known.get(id) ?? [];
}

function membersByLabel(graph: RevisionGraph): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [label, root] of graph.labels) {
    for (const id of membersOf(graph, root)) names.set(id, [...(names.get(id) ?? []), label]);
  }
  return names;
}

/** The revision of an id or of the only one that starts so, when there is one; `among` narrows where to look. Throws REV-021 when several do. */
export function idStartingWith(graph: RevisionGraph, start: string, among?: ReadonlySet<string>): string | undefined {
  if (graph.revisions.has(start)) return start;
  const replacement = graph.replacedBy?.get(start);
  if (replacement !== undefined) throw new GravenError("REV-035", `Revision "${start}" was replaced by "${replacement}".`, { hint: `Name that one, or the one before it: ${replacement}-1.` });
  const starting = start === "" ? [] : graph.order.filter((id) => id.startsWith(start) && (among?.has(id) ?? true));
  if (starting.length > 1) throw new GravenError("REV-021", `Several revisions start with "${start}": ${quotedList(starting.slice(0, 3))}${starting.length > 3 ? " and more" : ""}.`, { hint: "Give more of the id." });
  return starting[0];
}

/** Everything that builds on the revisions by `downRevision`, themselves included. */
export function descendants(graph: RevisionGraph, ids: Iterable<string>): ReadonlySet<string> {
  return reach(ids, (id) => graph.children.get(id) ?? []);
}

/** Of some revisions those that no other of them builds on by `downRevision`, in the order of the graph. */
export function tipsOf(graph: RevisionGraph, ids: ReadonlySet<string>): readonly string[] {
  return inOrder(graph, ids).filter((id) => !(graph.children.get(id) ?? []).some((child) => ids.has(child)));
}

/** Every revision before these by `downRevision`, themselves included. */
export function precursors(graph: RevisionGraph, ids: Iterable<string>): ReadonlySet<string> {
  return reach(ids, parents(graph));
}

function membersOf(graph: RevisionGraph, root: string): ReadonlySet<string> {
  const members = new Set(descendants(graph, [root]));
  for (let at = onlyParent(graph, root); at !== undefined && isPlain(graph, at); at = onlyParent(graph, at)) members.add(at);
  return members;
}

/** Whether a revision neither joins branches nor begins several. */
function isPlain(graph: RevisionGraph, id: string): boolean {
  return parents(graph)(id).length < 2 && (graph.children.get(id)?.length ?? 0) < 2;
}

function onlyParent(graph: RevisionGraph, id: string): string | undefined {
  const found = parents(graph)(id);
  return found.length === 1 ? found[0] : undefined;
}

function parents(graph: RevisionGraph): (id: string) => readonly string[] {
  return (id) => graph.revisions.get(id)!.downRevisions;
}

function unknownBranch(graph: RevisionGraph, name: string): never {
  const labels = [...graph.labels.keys()];
  throw new GravenError("REV-020", `There is no branch "${name}".`, { hint: didYouMean(name, [...labels, ...graph.order]) ?? (labels.length ? `The branch labels are ${quotedList(labels)}.` : "No revision carries a branch label; the beginning of an id names a branch too.") });
}
