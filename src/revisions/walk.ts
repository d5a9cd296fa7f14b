import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import type { RevisionGraph } from "./graph.ts";
import type { Identifier } from "./identifier.ts";

/** Steps along the graph from one revision, or from before all of them. */
export interface Walk {
  readonly from: string | undefined;
  readonly identifier: Identifier;
  /** Where the steps may lead; everywhere, when absent. */
  readonly within: ReadonlySet<string> | undefined;
}

/** The revision that so many steps up lead to. Throws REV-023 at a branch point and REV-025 past the head. */
export function walkUp(graph: RevisionGraph, { from, identifier, within }: Walk): string {
  const { text, steps } = identifier;
  let at = from;
  for (let step = 0; step < steps; step++) {
    const next = allowed(at === undefined ? graph.bases : (graph.children.get(at) ?? []), within);
    if (next.length > 1) throw new GravenError("REV-023", `"${text}" is ambiguous: after ${at === undefined ? "base" : `"${at}"`} come ${quotedList(next)}.`, { hint: `Name the branch, as in \`label@+${steps}\` or \`${next[0]}@head\`, or the revision to go up to.` });
    if (!next.length) throw tooFar(text, "head", step, steps);
    at = next[0];
  }
  return at!;
}

/** Where steps down lead: the revisions that stand there, none before the first; and the last one that was passed. */
export interface Landing {
  readonly ids: readonly string[];
  readonly passed: string;
}

/** Goes down. Throws REV-023 at a merge that is to be passed and REV-025 past the base, or past the beginning of the branch. */
export function walkDown(graph: RevisionGraph, { from, identifier, within }: Walk): Landing {
  const { text, branch } = identifier;
  const count = -identifier.steps;
  let at = from;
  for (let step = 0; step < count; step++) {
    if (at === undefined) throw tooFar(text, "base", step, count);
    const all = graph.revisions.get(at)!.downRevisions;
    const next = allowed(all, within);
    if (step === count - 1) return { ids: next.length ? next : all, passed: at };
    if (next.length > 1) throw new GravenError("REV-023", `"${text}" is ambiguous: "${at}" merges ${quotedList(next)}.`, { hint: "Name the revision to go down to." });
    if (!next.length && all.length) {
      throw new GravenError("REV-025", `"${text}" goes past the beginning of the branch "${branch}": only ${step + 1} of ${count} steps are there.`, { hint: `What "${at}" builds on belongs to other branches too. Name the revision to go down to.` });
    }
    at = next[0];
  }
  throw tooFar(text, "base", 0, count);
}

/** REV-025: fewer steps are there than were asked for. */
export function tooFar(text: string, end: "head" | "base", step: number, count: number): GravenError {
  return new GravenError("REV-025", `"${text}" goes past the ${end}: only ${step} of ${count} steps are there.`, { hint: "Ask for fewer steps. `gen history -i` shows where the database stands." });
}

function allowed(ids: readonly string[], within: ReadonlySet<string> | undefined): readonly string[] {
  return within ? ids.filter((id) => within.has(id)) : ids;
}
