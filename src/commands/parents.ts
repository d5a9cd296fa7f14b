import { GravenError } from "../base/errors.ts";
import { reasonAgainst, reservedWords } from "../revisions/faults.ts";
import { singleHeadOf, type RevisionGraph } from "../revisions/graph.ts";
import { parseIdentifier } from "../revisions/identifier.ts";
import { oneRevision, someRevisions } from "../revisions/resolve.ts";
import type { RevisionStore } from "../revisions/store.ts";
import type { Context } from "./context.ts";

/** Where a new revision is put. */
export interface Placing {
  /** The revision to build on; default the only head; `base` starts a history of its own. */
  readonly head?: string | undefined;
  /** Allow a parent that others build on already, so that a new branch begins there. */
  readonly splice?: boolean | undefined;
}

/** The parents of a new revision. Throws REV-022 where there are several heads to choose from, REV-030 for one that is no head. */
export function parentsFor(graph: RevisionGraph, { head, splice }: Placing): readonly string[] {
  if (head === undefined) return singleHeadOf(graph, "say with --head which one to build on");
  if (parseIdentifier(head).symbol === "base" && parseIdentifier(head).steps === 0) return [];
  const [parent, ...others] = someRevisions(graph, head);
  if (others.length) throw new GravenError("REV-022", `"${head}" means several revisions: ${[parent, ...others].join(", ")}.`, { hint: `Name one of them, or join them first: gen merge ${[parent, ...others].join(" ")}` });
  if (!splice) refuseInner(graph, [parent]);
  return [parent];
}

/** Refuses revisions that others build on already (REV-030). */
export function refuseInner(graph: RevisionGraph, parents: readonly string[]): void {
  const inner = parents.find((id) => graph.children.has(id));
  if (inner === undefined) return;
  throw new GravenError("REV-030", `Revision "${inner}" is not a head, so a new one on it makes a branch.`, { hint: `The ${graph.heads.length === 1 ? "head is" : "heads are"} ${graph.heads.join(", ")}. Name ${graph.heads.length === 1 ? "it" : "one of them"}, or add --splice if a branch is meant.` });
}

/** The id of a new revision: the one that was asked for, or a random one. Throws REV-011, REV-006 and REV-001 for what no new one can have. */
export function idOfNew(context: Pick<Context, "newId">, { graph, sources }: Pick<RevisionStore, "graph" | "sources">, asked: string | undefined): string {
  if (asked === undefined) return context.newId();
  if (!/^[A-Za-z0-9_]+$/.test(asked) || asked.length > 200) throw new GravenError("REV-011", `"${asked}" is no revision id.`, { hint: "Use letters, digits and underscores." });
  const owner = graph.labels.get(asked);
  if (reservedWords.has(asked) || owner !== undefined) throw new GravenError("REV-006", `The revision id "${asked}" ${owner === undefined ? "means something else in targets" : `is the branch label of "${owner}"`}.`, { hint: "Choose another one." });
  const file = graph.revisions.get(asked)?.file;
  if (sources.has(asked) || graph.replacedBy?.has(asked)) throw new GravenError("REV-001", `There is a revision "${asked}" already.`, { place: file === undefined ? undefined : { file }, hint: "Choose another id, or leave --rev-id out." });
  return asked;
}

/** Labels for a new revision. Throws REV-002 and REV-006 for those that it cannot have. */
export function newLabels(graph: RevisionGraph, labels: readonly string[]): readonly string[] {
  for (const label of labels) {
    const owner = graph.labels.get(label);
    if (owner !== undefined) throw new GravenError("REV-002", `The branch label "${label}" is used by "${owner}" already.`, { hint: "Choose another label." });
    const reason = reasonAgainst(label, graph.revisions);
    if (reason !== undefined) throw new GravenError("REV-006", `The branch label "${label}" ${reason}.`, { hint: "Choose another one." });
  }
  return labels;
}

/** What a new revision depends on: labels stay labels, everything else becomes an id. */
export function dependenciesOf(graph: RevisionGraph, symbols: readonly string[]): readonly string[] {
  return [...new Set(symbols.map((symbol) => (graph.labels.has(symbol) ? symbol : oneRevision(graph, symbol))))];
}
