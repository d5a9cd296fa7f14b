import type { Dialect, Plan } from "../dialects/dialect.ts";
import { applyOperations } from "../operations/apply.ts";
import type { ClearedStep, PlannedWork } from "../runtime/executor.ts";
import type { HistoryRow } from "../runtime/history.ts";
import { planRevision, type RevisionWork } from "../runtime/plan.ts";
import { refuseUndecided } from "./record.ts";

/** What ends a revision that stopped in the middle: the rest of an operation of which a part is done, then the way back. */
export interface WayBack {
  /** The steps that make the operation whole, of which some are done; nothing when all that were begun are, or each is taken back by itself. */
  readonly rest: PlannedWork | undefined;
  readonly back: PlannedWork;
}

/**
 * The way back of a revision that stopped after some of its steps, in whichever direction. The operations that are done are inverted
 * on the schema that they left, as the downgrade of a new revision is. Throws RUN-021 for one that has no way back.
 */
export async function wayBack(dialect: Dialect, work: RevisionWork, row: HistoryRow): Promise<WayBack> {
  const plan = planRevision(dialect, work);
  const isGoingBack = row.takesBack !== null && row.takesBack !== undefined;
  const done = isGoingBack ? row.takesBack! : row.stepsDone;
  const isCutOff = !isGoingBack && row.error === null;
  const clears = isGoingBack ? undefined : clearedSteps(plan, done, isCutOff);
  const end = clears ? clears[0]!.at : endOfOperation(dialect, plan, done, isCutOff);
  const count = plan.steps[end]?.operation ?? work.operations.length;
  const operations = work.operations.map(({ operation }) => operation).slice(0, count);
  const { downgradeOf } = await import("../diff/downgrade.ts");
  const inverse = downgradeOf(operations, work.before, { comparison: dialect });
  const back: RevisionWork = {
    ...work,
    direction: work.direction === "upgrade" ? "downgrade" : "upgrade",
    operations: inverse.map((operation) => ({ operation, place: undefined })),
    before: applyOperations(work.before, operations),
    takesBack: end,
  };
  refuseUndecided(work.revision, back.operations);
  return {
    rest: isGoingBack || clears || end === done ? undefined : { work, plan, resumeFrom: done, cutOff: isCutOff, until: end },
    back: { work: back, plan: planRevision(dialect, back), ...(clears && { clears }), ...(isGoingBack && { resumeFrom: row.stepsDone, cutOff: row.error === null }) },
  };
}

/**
 * The steps of the operation that stopped, where each that may be done can be taken back by itself: what made it stop, such as rows
 * that break a constraint, would stop it again. The step that failed may have left something too, as an index that could not be built.
 */
function clearedSteps({ steps }: Plan, done: number, isCutOff: boolean): readonly ClearedStep[] | undefined {
  const next = steps[done];
  if (!next) return undefined;
  const first = steps.findIndex(({ operation }) => operation === next.operation);
  const begun = steps.slice(first, done + 1).map((step, index): ClearedStep => ({ step, at: first + index, mayBeDone: isCutOff || first + index < done }));
  return begun.every(({ step, mayBeDone }) => !mayBeDone || (step.kind === "sql" && step.undo !== undefined)) ? begun : undefined;
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
