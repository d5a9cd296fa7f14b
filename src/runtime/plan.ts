import { GravenError } from "../base/errors.ts";
import type { Dialect, Plan, PlanOptions, Step } from "../dialects/dialect.ts";
import { applyOperation } from "../operations/apply.ts";
import { draftOf } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import type { Direction, History, HistoryRow } from "./history.ts";
import type { RecordedOperation } from "./recorder.ts";

/** One revision, in one direction, ready to be planned: what the executor and offline SQL have in common. */
export interface RevisionWork {
  readonly revision: string;
  /** The revision's file, for messages. */
  readonly path?: string | undefined;
  /** The revision's message, for reports. */
  readonly message?: string | undefined;
  readonly direction: Direction;
  readonly operations: readonly RecordedOperation[];
  /** The schema that the database holds before. */
  readonly before: Schema;
  readonly history: History;
  readonly parents: readonly string[];
  readonly checksum: string;
  readonly toolVersion: string;
  readonly now: () => Date;
  /** Set where this undoes the first steps of the opposite direction, which stopped after so many. */
  readonly takesBack?: number | undefined;
}

/**
 * The plan of a revision. Throws what the dialect throws (RUN-020 for a todo, RUN-021 for the irreversible, RUN-022 for what the
 * database lacks, MOD-01x for what is not there), with the place of the operation and the name of the revision.
 */
export function planRevision(dialect: Dialect, work: RevisionWork, options?: PlanOptions, before = work.before): Plan {
  try {
    return dialect.plan(work.operations.map(({ operation }) => operation), before, options);
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    const place = error.place ?? culprit(dialect, work)?.place ?? (work.path === undefined ? undefined : { file: work.path });
    throw new GravenError(error.code, `Revision "${work.revision}": ${error.message}`, { hint: error.hint, place, cause: error });
  }
}

/** The plans of revisions that follow each other, each of which finds what those before it leave. Throws as `planRevision` does. */
export function planRevisions(dialect: Dialect, works: readonly RevisionWork[], optionsOf: (at: number) => PlanOptions = () => ({})): readonly Plan[] {
  const [first] = works;
  if (!first) return [];
  const draft = draftOf(first.before);
  return works.map((work, at) => planRevision(dialect, work, { ...optionsOf(at), inPlace: true }, draft));
}

/** The row that stands for the revision. */
export function historyRow(work: RevisionWork, stepsDone: number, stepsTotal: number): HistoryRow {
  const { revision, parents, checksum, direction, toolVersion } = work;
  return { revision, parents, checksum, appliedAt: work.now(), direction, stepsDone, stepsTotal, toolVersion };
}

export function operationOf(work: RevisionWork, step: Step): RecordedOperation | undefined {
  return work.operations[step.operation];
}

/** The first operation that cannot be planned by itself, looked for only once planning has failed. */
function culprit(dialect: Dialect, { operations, before }: RevisionWork): RecordedOperation | undefined {
  const draft = draftOf(before);
  return operations.find(({ operation }) => {
    try {
      dialect.plan([operation], draft);
      applyOperation(draft, operation);
      return false;
    } catch {
      // The error itself is on its way already; this only finds where it comes from.
      return true;
    }
  });
}
