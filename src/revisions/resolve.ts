import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { ancestorsOf, descendantsOf, labelOwner, singleHeadOf, type RevisionGraph } from "./graph.ts";

/** Where a run shall end: the revisions that are heads afterwards; none is the empty database. */
export type Target = readonly string[];

/** The revision ids a symbol stands for: an id, a unique prefix, `head`, `heads`, `base`, `current`, a label, `label@head`. */
export function resolveSymbol(graph: RevisionGraph, symbol: string, current: readonly string[]): Target {
  const at = symbol.indexOf("@");
  if (at > 0) return onBranch(graph, symbol.slice(0, at), symbol.slice(at + 1), current);
  switch (symbol) {
    case "heads":
      return graph.heads;
    case "head":
      return singleHeadOf(graph);
    case "base":
      return [];
    case "current":
      return current;
    default:
      return [oneRevision(graph, symbol)];
  }
}

/** The one revision that an id, a unique prefix of it, or a label means. Throws REV-020 and REV-021. */
export function oneRevision(graph: RevisionGraph, symbol: string): string {
  if (graph.revisions.has(symbol)) return symbol;
  const labelled = [...graph.revisions.values()].find(({ branchLabels }) => branchLabels.includes(symbol));
  if (labelled) return labelled.revision;
  const starting = symbol ? graph.order.filter((id) => id.startsWith(symbol)) : [];
  const [first, second] = starting;
  if (first !== undefined && second === undefined) return first;
  if (second !== undefined) throw new GravenError("REV-021", `Several revisions start with "${symbol}": ${quotedList(starting.slice(0, 3))}${starting.length > 3 ? " and more" : ""}.`, { hint: "Give more of the id." });
  throw new GravenError("REV-020", `There is no revision or branch "${symbol}".`, { hint: didYouMean(symbol, [...graph.order, "head", "heads", "base", "current"]) ?? "`gen history` lists them all." });
}

/** What `upgrade` runs, in order: the target and all it builds on, less what is applied. */
export function upgradePath(graph: RevisionGraph, target: string, applied: ReadonlySet<string>): readonly string[] {
  const current = currentHeads(graph, applied);
  const relative = /^(.*?)\+(\d+)$/.exec(target);
  const wanted = relative ? stepsUp(graph, relative[1] ?? "", Number(relative[2]), current, applied) : resolveSymbol(graph, absolute(graph, target, current), current);
  return ancestorsOf(graph, wanted).filter((id) => !applied.has(id));
}

/** What `downgrade` undoes, in order: everything applied that builds on the target. */
export function downgradePath(graph: RevisionGraph, target: string, applied: ReadonlySet<string>): readonly string[] {
  const current = currentHeads(graph, applied);
  const relative = /^-(\d+)$/.exec(target);
  if (relative) {
    if (current.length > 1) throw new GravenError("REV-023", `"${target}" is ambiguous, as the database stands at ${current.length} heads: ${current.join(", ")}.`, { hint: "Name the branch, as in `label@-1`, or the revision to go down to." });
    const undone = [...applied].length ? walkDown(graph, current[0], Number(relative[1]), target) : noSteps(target);
    return undone;
  }
  const wanted = resolveSymbol(graph, absolute(graph, target, current), current);
  if (!wanted.length) return inOrder(graph, applied).toReversed();
  for (const id of wanted) {
    if (!applied.has(id)) throw new GravenError("REV-024", `The database does not stand at or after "${id}", so it cannot go down to it.`, { hint: "`gen current` tells where it stands." });
  }
  const above = new Set(descendantsOf(graph, wanted));
  for (const id of wanted) above.delete(id);
  return inOrder(graph, applied).filter((id) => above.has(id)).toReversed();
}

/** The applied revisions that no applied revision builds on. */
export function currentHeads(graph: RevisionGraph, applied: ReadonlySet<string>): readonly string[] {
  return inOrder(graph, applied).filter((id) => !(graph.children.get(id) ?? []).some((child) => applied.has(child)));
}

/** `rev-2` and `head-1` as the revision they mean; everything else as it is. */
function absolute(graph: RevisionGraph, target: string, current: readonly string[]): string {
  const match = /^(.+?)-(\d+)$/.exec(target);
  if (!match || graph.revisions.has(target)) return target;
  const [from] = resolveSymbol(graph, match[1]!, current);
  if (from === undefined) throw noSteps(target);
  const walked = walkDown(graph, from, Number(match[2]), target);
  const last = graph.revisions.get(walked.at(-1)!)!;
  return last.downRevisions[0] ?? "base";
}

function stepsUp(graph: RevisionGraph, from: string, count: number, current: readonly string[], applied: ReadonlySet<string>): Target {
  if (from === "" && current.length > 1) throw new GravenError("REV-023", `"+${count}" is ambiguous, as the database stands at ${current.length} heads: ${current.join(", ")}.`, { hint: "Name the branch, as in `label@+1`, or the revision to go up to." });
  let [at] = from === "" ? current : resolveSymbol(graph, from, current);
  for (let step = 0; step < count; step++) {
    const next: readonly string[] = at === undefined ? graph.bases : (graph.children.get(at) ?? []);
    const open = from === "" ? next.filter((id) => !applied.has(id)) : next;
    if (open.length > 1) throw new GravenError("REV-023", `"${from}+${count}" is ambiguous: after ${at === undefined ? "base" : `"${at}"`} come ${quotedList(open)}.`, { hint: "Name the revision to go up to." });
    if (!open.length) throw new GravenError("REV-025", `"${from}+${count}" goes past the head: only ${step} of ${count} steps are there.`);
    at = open[0];
  }
  return at === undefined ? [] : [at];
}

/** The revisions undone by going down `count` steps from one. */
function walkDown(graph: RevisionGraph, from: string | undefined, count: number, target: string): string[] {
  const undone: string[] = [];
  let at: string | undefined = from;
  while (undone.length < count) {
    if (at === undefined) throw new GravenError("REV-025", `"${target}" goes past the base: only ${undone.length} of ${count} steps are there.`);
    undone.push(at);
    const parents: readonly string[] = graph.revisions.get(at)!.downRevisions;
    if (parents.length > 1 && undone.length < count) throw new GravenError("REV-023", `"${target}" is ambiguous: "${at}" merges ${quotedList(parents)}.`, { hint: "Name the revision to go down to." });
    at = parents[0];
  }
  return undone;
}

function noSteps(target: string): never {
  throw new GravenError("REV-025", `"${target}" goes past the base: no revision is applied.`);
}

function onBranch(graph: RevisionGraph, left: string, right: string, current: readonly string[]): Target {
  const root = graph.revisions.has(left) ? left : tryPrefix(graph, left);
  const branch = new Set([...descendantsOf(graph, [root]), ...ancestorsOf(graph, [root])]);
  if (right === "base") return [];
  if (right === "head" || right === "heads") {
    const heads = graph.heads.filter((id) => branch.has(id));
    if (right === "head" && heads.length > 1) throw new GravenError("REV-022", `The branch "${left}" has ${heads.length} heads: ${heads.join(", ")}.`, { hint: "Name one of them." });
    return heads;
  }
  const [id] = resolveSymbol(graph, right, current);
  if (id === undefined || !branch.has(id)) throw new GravenError("REV-026", `Revision "${right}" is not on the branch "${left}".`);
  return [id];
}

function tryPrefix(graph: RevisionGraph, symbol: string): string {
  const starting = graph.order.filter((id) => id.startsWith(symbol));
  return starting.length === 1 ? starting[0]! : labelOwner(graph, symbol);
}

function inOrder(graph: RevisionGraph, applied: ReadonlySet<string>): readonly string[] {
  return graph.order.filter((id) => applied.has(id));
}
