import { GravenError, messageOf } from "../base/errors.ts";
import type { Fault } from "../dialects/running.ts";
import type { Plan } from "../dialects/dialect.ts";
import { describeOperation } from "../operations/apply.ts";
import { operationOf, type RevisionWork } from "./plan.ts";

/** Stands for a signal that asked to stop. */
export class Stopped extends Error {}

/** Where and why a revision stopped. */
export interface Stop {
  readonly error: unknown;
  readonly work: RevisionWork;
  readonly plan: Plan;
  readonly done: number;
  /** The steps that no rollback took back. */
  readonly settled: number;
  /** Whether batches of the step are committed. */
  readonly partly: boolean;
  /** Whether the failure was rolled back, with all that its transaction held. */
  readonly transactional: boolean;
  /** The revisions before it that were rolled back with it. */
  readonly together?: readonly string[];
  readonly blockers?: readonly string[];
  /** What the database's dialect says to do about it. */
  readonly advice?: string | undefined;
}

/** RUN-031 where steps stand, RUN-032 where none does, RUN-034 when it was asked to stop, RUN-030 as it is where it was rolled back. */
export function stoppedAt(stop: Stop): GravenError {
  const { error, work, plan, done, settled, partly, transactional, together = [], blockers = [], advice } = stop;
  if (error instanceof GravenError && error.code === "RUN-030" && settled === 0) return error;
  const step = plan.steps[done];
  const recorded = step && operationOf(work, step);
  const place = (error instanceof GravenError ? error.place : undefined) ?? recorded?.place ?? (work.path === undefined ? undefined : { file: work.path });
  const total = plan.steps.length;
  const where = step ? `at step ${done + 1} of ${total}` : "after its last step";
  const asked = error instanceof Stopped;
  const reason = asked ? "it was asked to stop." : messageOf(error);
  const sql = step?.kind === "sql" && !asked ? `\n${step.sql}` : "";
  const doing = recorded && !asked ? ` (${describeOperation(recorded.operation)})` : "";
  const halfWay = settled > 0 || partly;
  const rolledBack = `was rolled back${together.length ? ` with ${together.join(", ")}` : ""}`;
  const outcome = halfWay ? `stopped ${where} (${settled} of ${total} done)` : transactional ? `failed ${where} and ${rolledBack}` : `failed ${where}, before it had changed anything`;
  const waiting = blockers.length && !asked ? `\nIt waited for ${blockers.join("; ")}` : "";
  const message = `Revision "${work.revision}" ${outcome}${doing}: ${reason}${sql}${waiting}`;
  const hint = halfWay
    ? `The steps that are done stand, and the history says so. Go on with \`gen upgrade --resume\`${asked ? "" : ", once the cause is mended"}, or undo what was done with \`gen downgrade --resume\`.`
    : `The database is as it was before the revision.${asked ? "" : " Mend the revision or the rows, and run the command again."}`;
  const turned = work.direction === "upgrade" ? hint : hint.replace("upgrade --resume", "DOWN --resume").replace("downgrade --resume", "upgrade --resume").replace("DOWN", "downgrade");
  return new GravenError(asked ? "RUN-034" : halfWay ? "RUN-031" : "RUN-032", message, { hint: advice === undefined || asked ? turned : `${advice} ${turned}`, place, cause: error });
}

export function violation(work: RevisionWork, message: string, rows: readonly Readonly<Record<string, unknown>>[]): GravenError {
  const shown = rows.slice(0, 5).map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
  const more = rows.length > shown.length ? `\n  and ${rows.length - shown.length} more` : "";
  return new GravenError("RUN-030", `Revision "${work.revision}" would leave rows that do not hold: ${message}\n  ${shown.join("\n  ")}${more}`, {
    hint: "The revision was rolled back. Mend those rows, in the revision or before it.",
    ...(work.path !== undefined && { place: { file: work.path } }),
  });
}

/** What a step kept lives in the process that kept it: a run cannot be taken up between the two. */
export function refuseLostSteps(plan: Plan, done: number, work: RevisionWork): void {
  const lost = plan.steps.slice(0, done).filter((step) => step.kind === "keep");
  const needed = plan.steps.slice(done).find((step) => step.kind === "restore" && lost.some((each) => each.name === step.name));
  if (needed || done > plan.steps.length) {
    throw new GravenError("RUN-033", `Revision "${work.revision}" cannot be taken up after step ${done}: ${needed ? "what the database held in between is not known any more" : "it has fewer steps now"}.`, {
      hint: "Restore a backup, or bring the database by hand to where the revision leads and mark it as applied.",
    });
  }
}

/** An error as the dialect's tables of codes read it. */
export function faultOf(error: unknown): Fault {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return { code: typeof code === "string" ? code : "", message: messageOf(error) };
}
