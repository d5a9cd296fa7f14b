import { GravenError } from "../base/errors.ts";
import { reasonAgainst } from "../revisions/faults.ts";
import { singleHeadOf, type RevisionGraph } from "../revisions/graph.ts";
import { parseIdentifier } from "../revisions/identifier.ts";
import { oneRevision, someRevisions } from "../revisions/resolve.ts";

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
