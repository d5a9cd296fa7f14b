import { GravenError, throwAll } from "../base/errors.ts";
import { buildGraph, type Revision, type RevisionGraph } from "./graph.ts";

/** A revision that stands for a run of others. */
export interface Replacement {
  readonly revision: string;
  readonly replaces: readonly string[];
}

/** All revisions of a project, those included that others stand for. */
export interface Replacements {
  readonly all: readonly Revision[];
  /** Inner ones before those that replace them. */
  readonly replacements: readonly Replacement[];
}

/** The history without what was replaced: whoever builds on the last revision of a run builds on the one that stands for it. */
export function replacedGraph(all: readonly Revision[]): { readonly graph: RevisionGraph; readonly replacements: Replacements } {
  const replacements = sorted(all.flatMap((each) => (each.replaces?.length ? [{ ...each, replaces: each.replaces }] : [])));
  return { graph: graphWithout(all, replacements), replacements: { all, replacements } };
}

/** The history as it was before one revision replaced others: those are live again, it and whatever replaced it are not. */
export function graphBefore({ all, replacements }: Replacements, revision: string): RevisionGraph {
  const gone = standingOn(replacements, revision);
  const kept = replacements.filter((each) => !gone.has(each.revision));
  return graphWithout(all.filter(({ revision: id }) => !gone.has(id)), kept);
}

/** The history in which a database stands that has a part of a run: the one before the run was replaced, as far as its files are still there. */
export function graphWithin(replacements: Replacements, graph: RevisionGraph, within: Replacement | undefined): RevisionGraph {
  if (!within) return graph;
  const known = new Set(replacements.all.map(({ revision }) => revision));
  const gone = standingOn(replacements.replacements, within.revision);
  const isWhole = replacements.replacements.every(({ revision, replaces }) => !gone.has(revision) || replaces.every((id) => known.has(id)));
  return isWhole ? graphBefore(replacements, within.revision) : graph;
}

/** A revision that stands for others, with what stands for it in turn. */
function standingOn(replacements: readonly Replacement[], revision: string): ReadonlySet<string> {
  const found = new Set([revision]);
  for (const each of replacements) if (each.replaces.some((id) => found.has(id))) found.add(each.revision);
  return found;
}

function graphWithout(all: readonly Revision[], replacements: readonly Replacement[]): RevisionGraph {
  if (!replacements.length) return buildGraph(all);
  const standIn = new Map<string, string>();
  for (const { revision, replaces } of replacements) {
    for (const [id, present] of standIn) if (replaces.includes(present)) standIn.set(id, revision);
    for (const id of replaces) standIn.set(id, revision);
  }
  const live = all.filter(({ revision }) => !standIn.has(revision));
  const mapped = (ids: readonly string[], own: string) => [...new Set(ids.map((id) => standIn.get(id) ?? id))].filter((id) => id !== own);
  const graph = buildGraph(live.map((each) => ({ ...each, downRevisions: renamed(each, standIn), dependsOn: mapped(each.dependsOn, each.revision) })));
  return { ...graph, replacedBy: standIn };
}

/** A parent named twice is a fault of the file; one that comes twice as its stand-in is not. */
function renamed({ downRevisions }: Revision, standIn: ReadonlyMap<string, string>): readonly string[] {
  const plain = downRevisions.map((id) => standIn.get(id) ?? id);
  return downRevisions.some((id) => standIn.has(id)) ? [...new Set(plain)] : plain;
}

/** Replacements in an order in which each comes after those that it replaces. Throws REV-036 for a revision that two stand for. */
function sorted(found: readonly (Revision & Replacement)[]): readonly Replacement[] {
  const owners = new Map<string, Revision>();
  const faults: GravenError[] = [];
  for (const revision of found) {
    for (const id of revision.replaces) {
      const owner = owners.get(id);
      if (owner) faults.push(new GravenError("REV-036", `Revision "${id}" is replaced by "${owner.revision}" and by "${revision.revision}".`, { place: { file: revision.file }, hint: "Leave it out of one of them." }));
      owners.set(id, revision);
    }
  }
  throwAll(faults);
  const depth = (revision: Revision & Replacement, seen: ReadonlySet<string> = new Set()): number => {
    if (seen.has(revision.revision)) throw new GravenError("REV-036", `Revision "${revision.revision}" replaces itself.`, { place: { file: revision.file }, hint: "Correct its `replaces`." });
    const inner = found.filter(({ revision: id }) => revision.replaces.includes(id));
    return 1 + Math.max(0, ...inner.map((each) => depth(each, new Set([...seen, revision.revision]))));
  };
  return found.map((revision) => ({ revision, depth: depth(revision) })).sort((a, b) => a.depth - b.depth).map(({ revision }) => ({ revision: revision.revision, replaces: revision.replaces }));
}

/** What a database has, told in the revisions that are live; and the first replacement of which it has a part. */
export interface Standing {
  readonly applied: ReadonlySet<string>;
  /** Rows that a revision stands for, to be written in their place. */
  readonly collapsed: readonly Replacement[];
  readonly within: Replacement | undefined;
}

/** Counts a run as the revision that stands for it, once all of it is applied. */
export function standingOf({ replacements }: Pick<Replacements, "replacements">, rows: ReadonlySet<string>): Standing {
  const applied = new Set(rows);
  const collapsed: Replacement[] = [];
  let within: Replacement | undefined;
  for (const each of replacements) {
    const present = each.replaces.filter((id) => applied.has(id));
    if (!present.length) continue;
    if (present.length < each.replaces.length && !applied.has(each.revision)) within ??= each;
    else {
      collapsed.push(each);
      for (const id of each.replaces) applied.delete(id);
      applied.add(each.revision);
    }
  }
  return { applied, collapsed, within };
}
