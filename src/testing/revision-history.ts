import { GravenError } from "../base/errors.ts";
import type { RevisionGraph } from "../revisions/graph.ts";
import { oneRevision } from "../revisions/resolve.ts";

/** The history as one line from base to the heads, branches one after the other, as an upgrade takes them. */
export class RevisionHistory {
  /** From `base` on, the oldest first. */
  readonly revisions: readonly string[];
  private readonly graph: RevisionGraph;

  constructor(graph: RevisionGraph) {
    this.graph = graph;
    this.revisions = ["base", ...graph.order];
  }

  /** The revision just before one, in this line. Throws TST-013 at base. */
  previous(revision: string): string {
    const at = this.place(revision);
    if (at === 0) throw new GravenError("TST-013", "Nothing comes before base.");
    return this.revisions[at - 1]!;
  }

  /** The revision just after one. Throws TST-013 at the last. */
  next(revision: string): string {
    const at = this.place(revision);
    if (at === this.revisions.length - 1) throw new GravenError("TST-013", `Nothing comes after "${this.revisions[at]}", the last revision.`);
    return this.revisions[at + 1]!;
  }

  /** The revisions from one to another, both included. */
  range(from: string, to: string): readonly string[] {
    return this.revisions.slice(this.place(from), this.place(to) + 1);
  }

  /** The steps from one to another, as pairs of what stands and what comes. */
  window(from: string, to: string): readonly (readonly [string, string])[] {
    const range = this.range(from, to);
    return range.slice(1).map((revision, at) => [range[at]!, revision] as const);
  }

  private place(revision: string): number {
    if (revision === "base") return 0;
    // With several heads, the line ends at the last of them.
    return revision === "heads" ? this.revisions.length - 1 : this.revisions.indexOf(oneRevision(this.graph, revision));
  }
}
