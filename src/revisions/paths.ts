import { GravenError } from "../base/errors.ts";
import { ancestorsOf, descendantsOf, type RevisionGraph } from "./graph.ts";
import { isRelative, parseIdentifier } from "./identifier.ts";
import { precursors } from "./lineage.ts";
import { currentHeads, resolvePoint, type Point } from "./resolve.ts";

/** What `upgrade` runs, in order: the target and all it builds on, less what is applied. Throws REV-031 for a target that lies below. */
export function upgradePath(graph: RevisionGraph, target: string, applied: ReadonlySet<string>): readonly string[] {
  const identifier = parseIdentifier(target);
  if (isRelative(identifier) && identifier.steps < 0) throw new GravenError("REV-032", `"${target}" leads down, and an upgrade goes up.`, { hint: `Run \`gen downgrade ${target}\`.` });
  const point = resolvePoint(graph, target, applied);
  const path = ancestorsOf(graph, point.ids).filter((id) => !applied.has(id));
  if (!path.length && isBelow(graph, point, applied)) {
    throw new GravenError("REV-031", `"${target}" is not ahead: the database is past it and stands at ${currentHeads(graph, applied).join(", ")}.`, { hint: `To go down to it, run \`gen downgrade ${target}\`.` });
  }
  return path;
}

/** What `downgrade` undoes, in order: everything applied that stands above the target. Throws REV-024 and REV-032. */
export function downgradePath(graph: RevisionGraph, target: string, applied: ReadonlySet<string>): readonly string[] {
  const identifier = parseIdentifier(target);
  if (isRelative(identifier) && identifier.steps > 0) throw new GravenError("REV-032", `"${target}" leads up, and a downgrade goes down.`, { hint: `Run \`gen upgrade ${target}\`.` });
  const point = resolvePoint(graph, target, applied);
  for (const id of point.ids) {
    if (!applied.has(id)) throw new GravenError("REV-024", `The database does not stand at or after "${id}", so it cannot go down to it.`, { hint: "`gen current` tells where it stands." });
  }
  return appliedAbove(graph, point, applied).toReversed();
}

/** What a stamp changes in the history: rows to write, in order, and rows to take away. */
export interface StampChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Everything that is applied then, in order. */
  readonly applied: readonly string[];
}

/** Moves the history to the targets, each along its own branch, without running anything. Throws REV-033 when one builds on another. */
export function stampChange(graph: RevisionGraph, targets: readonly string[], applied: ReadonlySet<string>): StampChange {
  const points = targets.map((target) => resolvePoint(graph, target, applied));
  refuseOverlap(graph, points);
  const wanted = ancestorsOf(graph, points.flatMap(({ ids }) => ids));
  const kept = new Set(wanted);
  const above = new Set(points.flatMap((point) => appliedAbove(graph, point, applied)));
  const removed = graph.order.filter((id) => above.has(id) && !kept.has(id)).toReversed();
  const added = wanted.filter((id) => !applied.has(id));
  const gone = new Set(removed);
  return { added, removed, applied: graph.order.filter((id) => kept.has(id) || (applied.has(id) && !gone.has(id))) };
}

/** Refuses revisions of which one builds on another (REV-033); the same one named twice is no harm. */
export function refuseOverlap(graph: RevisionGraph, points: readonly Pick<Point, "ids" | "identifier">[]): void {
  for (const [at, point] of points.entries()) {
    for (const other of points.filter((_, index) => index !== at)) {
      const before = precursors(graph, other.ids);
      const id = point.ids.find((each) => before.has(each) && !other.ids.includes(each));
      if (id !== undefined) throw new GravenError("REV-033", `"${point.identifier.text}" overlaps with "${other.identifier.text}", which builds on ${id}.`, { hint: "Leave out the older one, as the newer one holds it." });
    }
  }
}

/** The applied revisions that are undone when the database goes down to a point, in order. What stands beside it stays. */
function appliedAbove(graph: RevisionGraph, point: Point, applied: ReadonlySet<string>): readonly string[] {
  return descendantsOf(graph, lowestAbove(graph, point, applied)).filter((id) => applied.has(id));
}

function lowestAbove(graph: RevisionGraph, { identifier, ids, branch, passed }: Point, applied: ReadonlySet<string>): Iterable<string> {
  // Steps name what is undone, not what remains: `-1` from one of two children of a revision leaves the other alone.
  if (passed !== undefined && (isRelative(identifier) || !ids.length)) return [passed];
  if (!ids.length) return branch ? branch.members : applied;
  // A revision that only depends on the target may stay, as the target does.
  const next = ids.flatMap((id) => graph.children.get(id) ?? []);
  return branch ? next.filter((id) => branch.lineage.has(id)) : next;
}

function isBelow(graph: RevisionGraph, { ids, branch }: Point, applied: ReadonlySet<string>): boolean {
  if (!ids.length) return branch ? [...branch.members].some((id) => applied.has(id)) : applied.size > 0;
  return ids.some((id) => (graph.children.get(id) ?? []).some((child) => applied.has(child)));
}
