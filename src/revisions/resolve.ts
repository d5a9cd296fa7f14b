import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import { ancestorsOf, inOrder, singleHeadOf, type RevisionGraph } from "./graph.ts";
import { isRelative, parseIdentifier, parseRange, type Identifier } from "./identifier.ts";
import { descendants, findBranch, idStartingWith, precursors, tipsOf, type Branch } from "./lineage.ts";
import { tooFar, walkDown, walkUp } from "./walk.ts";

/** A set of revisions that nothing stands above; none is the empty database. */
export type Target = readonly string[];

/** What an identifier means. */
export interface Point {
  readonly identifier: Identifier;
  readonly ids: Target;
  /** The branch it was named on, as in `label@base`. */
  readonly branch: Branch | undefined;
  /** When steps down led there: the last revision that was passed. */
  readonly passed?: string;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * What an identifier means to a database that has these revisions applied: an id, a unique prefix, `head`, `heads`, `base`,
 * `current`, a label, each on a branch (`label@head`) and with steps (`head-2`); or steps alone. Throws REV-020 to REV-029.
 */
export function resolvePoint(graph: RevisionGraph, text: string, applied: ReadonlySet<string> = nothing): Point {
  const identifier = parseIdentifier(text);
  const branch = identifier.branch === undefined ? undefined : findBranch(graph, identifier.branch);
  const start = isRelative(identifier) ? startOfSteps(graph, identifier, branch, applied) : named(graph, identifier, branch, applied);
  if (identifier.steps === 0) return { identifier, branch, ids: start };
  const [from, second] = start;
  if (second !== undefined) throw ambiguousStart(identifier, start);
  if (identifier.steps > 0) return { identifier, branch, ids: [walkUp(graph, { from, identifier, within: branch?.lineage })] };
  return { identifier, branch, ...walkDown(graph, { from, identifier, within: isRelative(identifier) ? branch?.members : branch?.lineage }) };
}

/** The revisions that an identifier means. */
export function resolveSymbol(graph: RevisionGraph, text: string, applied: ReadonlySet<string> = nothing): Target {
  return resolvePoint(graph, text, applied).ids;
}

/** The one revision that an identifier means. Throws REV-022 when it means several, REV-020 when it means none. */
export function oneRevision(graph: RevisionGraph, text: string, applied: ReadonlySet<string> = nothing): string {
  const [id, ...others] = someRevisions(graph, text, applied);
  if (others.length) throw new GravenError("REV-022", `"${text}" means several revisions: ${[id, ...others].join(", ")}.`, { hint: "Name one of them." });
  return id;
}

/** The revisions that an identifier means, one or more. Throws REV-020 when it means none. */
export function someRevisions(graph: RevisionGraph, text: string, applied: ReadonlySet<string> = nothing): readonly [string, ...string[]] {
  const [id, ...others] = resolveSymbol(graph, text, applied);
  if (id === undefined) throw new GravenError("REV-020", `"${text}" means no revision.`, { hint: graph.order.length ? "`gen history` lists them all." : "There is no revision yet." });
  return [id, ...others];
}

/** The revisions of `a:b`, both ends included, in the order of the graph. `-5:` starts five steps before the end, `a:+2` ends two after the start. */
export function resolveRange(graph: RevisionGraph, text: string, applied: ReadonlySet<string> = nothing): readonly string[] {
  const [start = "base", end = "heads"] = parseRange(text);
  const back = /^-(\d+)$/.exec(start);
  if (back) {
    const upper = resolveSymbol(graph, end, applied);
    return ancestorsOf(graph, upper).slice(-(Number(back[1]) + upper.length));
  }
  const lower = resolveSymbol(graph, start, applied);
  const upper = resolveSymbol(graph, /^\+\d+$/.test(end) ? `${start}${end}` : end, applied);
  const below = new Set(ancestorsOf(graph, upper));
  const outside = lower.find((id) => !below.has(id));
  if (outside !== undefined) throw new GravenError("REV-034", `The range "${text}" does not go up along one branch: ${upper.length ? quotedList(upper, "or") : "base"} does not build on "${outside}".`, { hint: below.size && precursors(graph, lower).has(upper[0] ?? "") ? `Write the older one first: ${end}:${start}.` : "Name two revisions of which one builds on the other." });
  const above = lower.length ? descendants(graph, lower) : below;
  return inOrder(graph, new Set([...below].filter((id) => above.has(id))));
}

/** The applied revisions that no applied revision builds on or depends on. */
export function currentHeads(graph: RevisionGraph, applied: ReadonlySet<string>): readonly string[] {
  return inOrder(graph, applied).filter((id) => !(graph.neededBy.get(id) ?? []).some((next) => applied.has(next)));
}

/** Where steps without a name start: at the only place where the database stands, or on a branch at its highest applied revision. */
function startOfSteps(graph: RevisionGraph, identifier: Identifier, branch: Branch | undefined, applied: ReadonlySet<string>): Target {
  const goesDown = identifier.steps < 0;
  const start = branch ? tipsOf(graph, common(applied, goesDown ? branch.members : branch.lineage)) : currentHeads(graph, applied);
  if (!start.length && goesDown) throw branch ? noneApplied(identifier) : tooFar(identifier.text, "base", 0, -identifier.steps);
  return start;
}

function named(graph: RevisionGraph, identifier: Identifier, branch: Branch | undefined, applied: ReadonlySet<string>): Target {
  const { symbol } = identifier;
  const name = symbol as keyof typeof symbols;
  return Object.hasOwn(symbols, symbol) ? symbols[name](graph, branch, applied) : [namedRevision(graph, symbol, branch)];
}

type SymbolMeaning = (graph: RevisionGraph, branch: Branch | undefined, applied: ReadonlySet<string>) => Target;

const symbols = {
  base: () => [],
  heads: (graph, branch) => (branch ? headsOn(graph, branch) : graph.heads),
  head: (graph, branch) => (branch ? singleHeadOn(graph, branch) : singleHeadOf(graph)),
  current: (graph, branch, applied) => (branch ? tipsOf(graph, common(applied, branch.lineage)) : currentHeads(graph, applied)),
} as const satisfies Record<string, SymbolMeaning>;

function namedRevision(graph: RevisionGraph, symbol: string, branch: Branch | undefined): string {
  const id = graph.labels.get(symbol) ?? idStartingWith(graph, symbol, branch?.lineage) ?? (branch && idStartingWith(graph, symbol));
  if (id === undefined) {
    const near = didYouMean(symbol, [...graph.order, ...graph.labels.keys(), "head", "heads", "base", "current"]);
    throw new GravenError("REV-020", `There is no revision or branch "${symbol}".`, { hint: near ?? `\`gen history\` lists them all.${symbol.length < 4 ? " Of an id, give at least the first four characters." : ""}` });
  }
  if (branch && !branch.lineage.has(id)) throw new GravenError("REV-026", `Revision "${id}" is not on the branch "${branch.name}".`, { hint: `\`gen history -r ${branch.name}:\` lists what is.` });
  return id;
}

function headsOn(graph: RevisionGraph, branch: Branch): Target {
  return graph.heads.filter((id) => branch.lineage.has(id));
}

function singleHeadOn(graph: RevisionGraph, branch: Branch): Target {
  const heads = headsOn(graph, branch);
  if (heads.length > 1) throw new GravenError("REV-022", `The branch "${branch.name}" has ${heads.length} heads: ${heads.join(", ")}.`, { hint: `Name one of them, or \`${branch.name}@heads\` for all.` });
  return heads;
}

function ambiguousStart({ text, symbol, branch, steps }: Identifier, start: Target): GravenError {
  const direction = steps > 0 ? "up" : "down";
  const example = `label@${steps > 0 ? "+" : ""}${steps}`;
  if (symbol === "") {
    const where = branch === undefined ? `the database stands at ${start.length} heads` : `the database has ${start.length} heads of the branch "${branch}"`;
    return new GravenError("REV-023", `"${text}" is ambiguous, as ${where}: ${start.join(", ")}.`, { hint: `Name the branch, as in \`${example}\`, or the revision to go ${direction} to.` });
  }
  return new GravenError("REV-023", `"${text}" is ambiguous, as "${symbol}" means ${start.length} revisions: ${start.join(", ")}.`, { hint: `Name the one to go ${direction} from.` });
}

function noneApplied({ text, branch }: Identifier): GravenError {
  return new GravenError("REV-025", `"${text}" goes past the base: no revision of the branch "${branch}" is applied.`, { hint: "`gen current` tells where the database stands." });
}

function common(ids: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...ids].filter((id) => others.has(id)));
}
