import { GravenError } from "../base/errors.ts";
import type { DataBlock, Expectation, RevisionData, RevisionExpectations, TestOptions } from "../commands/test-options.ts";
import { ancestorsOf, type RevisionGraph } from "../revisions/graph.ts";
import { resolveSymbol } from "../revisions/resolve.ts";
import { RevisionSpec } from "./revision-spec.ts";

type ByRevision<T> = ReadonlyMap<string, readonly T[]>;

/** The revisions that test options name, found in the history: ids, beginnings of ids, labels, `head` and `heads`. */
export class RevisionSets {
  readonly before: ByRevision<DataBlock>;
  readonly at: ByRevision<DataBlock>;
  readonly after: ByRevision<Expectation>;
  readonly beforeDowngrade: ByRevision<DataBlock>;
  readonly afterDowngrade: ByRevision<Expectation>;
  readonly skipped: ReadonlySet<string>;
  readonly mayLoseData: ReadonlySet<string>;
  /** Revisions whose downgrade is not run: the lowest that tests go down to, and all below it. */
  readonly kept: ReadonlySet<string>;

  /** Throws TST-003 for a name that is no revision, with the nearest. */
  constructor(graph: RevisionGraph, options: TestOptions) {
    const find = (option: keyof TestOptions, name: string) => revisionsNamed(graph, option, name);
    // What is to happen at all heads happens once: before the first of them, or at the last.
    const one = (option: keyof TestOptions, name: string, end: "first" | "last") => {
      const ids = find(option, name);
      return end === "first" ? ids[0]! : ids.at(-1)!;
    };
    this.before = dataBy(options.beforeRevisionData, (name) => one("beforeRevisionData", name, "first"));
    this.at = dataBy(options.atRevisionData, (name) => one("atRevisionData", name, "last"));
    this.after = expectationsBy(options.afterRevisionData, (name) => one("afterRevisionData", name, "last"));
    this.beforeDowngrade = dataBy(options.beforeDowngradeData, (name) => one("beforeDowngradeData", name, "last"));
    this.afterDowngrade = expectationsBy(options.afterDowngradeData, (name) => one("afterDowngradeData", name, "first"));
    this.skipped = new Set([options.skipRevisions ?? []].flat().flatMap((name) => find("skipRevisions", name)));
    this.mayLoseData = new Set([options.mayLoseData ?? []].flat().flatMap((name) => find("mayLoseData", name)));
    const lowest = options.minimumDowngradeRevision;
    this.kept = new Set(lowest === undefined || lowest === "base" ? [] : ancestorsOf(graph, find("minimumDowngradeRevision", lowest)));
  }

  /** Whether any rows go in at all. */
  get hasRows(): boolean {
    return this.before.size + this.at.size + this.beforeDowngrade.size > 0;
  }
}

function dataBy(given: RevisionData | RevisionSpec | undefined, find: (name: string) => string): ByRevision<DataBlock> {
  return gathered(Object.entries(given === undefined ? {} : RevisionSpec.parse(given).revisions).map(([name, block]) => [find(name), [block]]));
}

function expectationsBy(given: RevisionExpectations | undefined, find: (name: string) => string): ByRevision<Expectation> {
  return gathered(Object.entries(given ?? {}).map(([name, expected]) => [find(name), [expected].flat() as Expectation[]]));
}

/** Several names may mean one revision: what they say follows one another. */
function gathered<T>(entries: readonly (readonly [string, readonly T[]])[]): ByRevision<T> {
  const found = new Map<string, readonly T[]>();
  for (const [id, items] of entries) found.set(id, [...(found.get(id) ?? []), ...items]);
  return found;
}

function revisionsNamed(graph: RevisionGraph, option: keyof TestOptions, name: string): readonly string[] {
  let ids: readonly string[];
  try {
    ids = resolveSymbol(graph, name);
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    throw new GravenError("TST-003", `"${option}" names "${name}": ${error.message}`, { hint: error.hint, cause: error });
  }
  if (!ids.length) throw new GravenError("TST-003", `"${option}" names "${name}", which is no revision.`, { hint: graph.order.length ? "At base there are no tables. Name a revision." : "There is no revision yet." });
  return ids;
}
