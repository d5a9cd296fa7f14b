import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import type { Revision } from "./graph.ts";

/** Words that mean something in a target, so that no revision and no label can be called so. */
export const reservedWords: ReadonlySet<string> = new Set(["head", "heads", "base", "current"]);

/** What was read, by id and by label; the faults that were met on the way. */
export interface Index {
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly labels: ReadonlyMap<string, string>;
  readonly faults: readonly GravenError[];
}

/** The revisions by id and the labels by name, with what stands twice or cannot be named (REV-001, REV-002, REV-006). */
export function indexRevisions(found: readonly Revision[]): Index {
  const faults: GravenError[] = [];
  const revisions = new Map<string, Revision>();
  for (const revision of found) {
    const twin = revisions.get(revision.revision);
    if (!twin) revisions.set(revision.revision, revision);
    else faults.push(new GravenError("REV-001", `The revision id "${revision.revision}" stands in two files.`, { place: { file: revision.file }, hint: `The other one is ${twin.file}. Give one of them another id, and point its children at it.` }));
  }
  const labels = new Map<string, string>();
  for (const revision of revisions.values()) {
    if (reservedWords.has(revision.revision)) faults.push(unusable("revision id", revision.revision, "means something else in targets", revision));
    for (const label of revision.branchLabels) {
      const owner = labels.get(label);
      if (owner !== undefined) faults.push(new GravenError("REV-002", `The branch label "${label}" is used by "${owner}" and by "${revision.revision}".`, { place: { file: revision.file }, hint: "Choose another label for one of them." }));
      labels.set(label, revision.revision);
      const reason = reasonAgainst(label, revisions);
      if (reason !== undefined) faults.push(unusable("branch label", label, reason, revision));
    }
  }
  return { revisions, labels, faults };
}

/** Why a word cannot be a branch label, when it cannot. */
export function reasonAgainst(label: string, revisions: ReadonlyMap<string, Revision>): string | undefined {
  if (reservedWords.has(label)) return "means something else in targets";
  if (!label || /[@:+\-\s]/.test(label)) return "holds a character that means something in targets (@ : + - or a space), or none at all";
  return revisions.has(label) ? "is the id of a revision too" : undefined;
}

/** What one revision names that is not there, itself, or twice (REV-003, REV-004, REV-007). */
export function faultsOf(revision: Revision, { revisions, labels }: Index): readonly GravenError[] {
  const place = { file: revision.file };
  const faults: GravenError[] = [];
  const { revision: id, downRevisions, dependsOn } = revision;
  const twice = downRevisions.find((parent, at) => downRevisions.indexOf(parent) !== at);
  if (twice !== undefined) faults.push(new GravenError("REV-007", `Revision "${id}" names its parent "${twice}" twice.`, { place, hint: "Leave one of them out." }));
  for (const parent of downRevisions) {
    if (parent === id) faults.push(new GravenError("REV-004", `Revision "${id}" names itself as its parent.`, { place, hint: "Correct its downRevision." }));
    else if (!revisions.has(parent)) faults.push(missing("builds on", parent, revision, parentHint(parent, revisions, labels)));
  }
  for (const needed of dependsOn) {
    if (needed === id || labels.get(needed) === id) faults.push(new GravenError("REV-004", `Revision "${id}" depends on itself${needed === id ? "" : `, by its label "${needed}"`}.`, { place, hint: "Correct its dependsOn." }));
    else if (!revisions.has(needed) && !labels.has(needed)) faults.push(missing("depends on", needed, revision, didYouMean(needed, [...revisions.keys(), ...labels.keys()]) ?? "Bring the missing file back, or correct dependsOn."));
  }
  return faults;
}

/** A circle of revisions, told with whether dependencies are part of it (REV-005). */
export function circle(cycle: readonly string[], revisions: ReadonlyMap<string, Revision>): GravenError {
  const depends = cycle.some((id) => revisions.get(id)!.dependsOn.length > 0);
  return new GravenError("REV-005", `The revisions ${quotedList(cycle)} build on each other in a circle.`, {
    place: { file: revisions.get(cycle[0]!)!.file },
    hint: `Correct the downRevision ${depends ? "or dependsOn " : ""}of one of them.`,
  });
}

function missing(verb: string, needed: string, revision: Revision, hint: string): GravenError {
  return new GravenError("REV-003", `Revision "${revision.revision}" ${verb} "${needed}", which is in no file.`, { place: { file: revision.file }, hint });
}

function parentHint(parent: string, revisions: ReadonlyMap<string, Revision>, labels: ReadonlyMap<string, string>): string {
  const owner = labels.get(parent);
  if (owner !== undefined) return `"${parent}" is the label of revision "${owner}", and a parent is named by its id.`;
  return didYouMean(parent, revisions.keys()) ?? "Bring the missing file back, or correct downRevision.";
}

function unusable(what: string, word: string, reason: string, revision: Revision): GravenError {
  return new GravenError("REV-006", `The ${what} "${word}" of revision "${revision.revision}" ${reason}.`, { place: { file: revision.file }, hint: "Choose another one." });
}
