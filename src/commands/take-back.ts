import type { Dialect, Plan } from "../dialects/dialect.ts";
import { applyOperations, invertOperations } from "../operations/apply.ts";
import type { PlannedWork } from "../runtime/executor.ts";
import type { HistoryRow } from "../runtime/history.ts";
import { planRevision, type RevisionWork } from "../runtime/plan.ts";
import { refuseUndecided } from "./record.ts";

/** What ends a revision that stopped in the middle: the rest of an operation of which a part is done, then the way back. */
export interface WayBack {
  /** The steps that make the operation whole, of which some are done; nothing when all that were begun are. */
  readonly rest: PlannedWork | undefined;
  readonly back: PlannedWork;
}

/**
 * The way back of a revision that stopped after some of its steps, in whichever direction. The operations that are done are inverted
 * on the schema that they left. Throws RUN-021 for one that has no way back.
 */
export function wayBack(dialect: Dialect, work: RevisionWork, row: HistoryRow): WayBack {
  const plan = planRevision(dialect, work);
  const isGoingBack = row.takesBack !== null && row.takesBack !== undefined;
  const done = isGoingBack ? row.takesBack! : row.stepsDone;
  const end = endOfOperation(dialect, plan, done, !isGoingBack && row.error === null);
  const count = plan.steps[end]?.operation ?? work.operations.length;
  const operations = work.operations.map(({ operation }) => operation).slice(0, count);
  const inverse = invertOperations(operations, work.before);
  const back: RevisionWork = {
    ...work,
    direction: work.direction === "upgrade" ? "downgrade" : "upgrade",
    operations: inverse.map((operation) => ({ operation, place: undefined })),
    before: applyOperations(work.before, operations),
    takesBack: end,
  };
  refuseUndecided(work.revision, back.operations);
  return {
    rest: isGoingBack || end === done ? undefined : { work, plan, resumeFrom: done, cutOff: row.error === null, until: end },
    back: { work: back, plan: planRevision(dialect, back), ...(isGoingBack && { resumeFrom: row.stepsDone, cutOff: row.error === null }) },
  };
}

/** Where the operation ends of which a part is done, or may be: a run that was cut off may have done one step more than it counted. */
function endOfOperation({ running }: Dialect, { steps }: Plan, done: number, isCutOff: boolean): number {
  const next = steps[done];
  const isBegun = done > 0 && steps[done - 1]?.operation === next?.operation;
  const isUncertain = isCutOff && next?.kind === "sql" && (!next.transaction || running.commitsByItself(next.sql));
  if (!next || (!isBegun && !isUncertain)) return done;
  const end = steps.findIndex(({ operation }, at) => at > done && operation !== next.operation);
  return end < 0 ? steps.length : end;
}
