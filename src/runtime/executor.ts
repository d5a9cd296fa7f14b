import { GravenError, messageOf, type Place } from "../base/errors.ts";
import type { Dialect, Plan, Step } from "../dialects/dialect.ts";
import type { Connection } from "../drivers/connection.ts";
import { describeOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { forgetBatches, runBatches } from "./batches.ts";
import { driftOf, refuseDrift, type Drift } from "./inspect.ts";
import { historyRow, operationOf, planRevision, type RevisionWork } from "./plan.ts";

export interface RunOptions extends RevisionWork {
  /** The steps that an earlier run has done: they are left out. */
  readonly resumeFrom?: number | undefined;
  /** Stops before the next step: what can be rolled back is, and elsewhere the history says how far it came. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

/** What happens while a revision runs, for a reporter. Steps count from 1. */
export type RunEvent =
  | { readonly kind: "started"; readonly revision: string; readonly direction: RevisionWork["direction"]; readonly steps: number }
  | { readonly kind: "step"; readonly revision: string; readonly step: number; readonly steps: number; readonly sql?: string; readonly operation: Operation | undefined; readonly place: Place | undefined }
  /** Rows were changed by hand since a revision wrote them. */
  | { readonly kind: "drifted"; readonly revision: string; readonly drift: Drift; readonly place: Place | undefined }
  /** A step in batches has come so far, in rows. */
  | { readonly kind: "progress"; readonly revision: string; readonly table: string; readonly done: number; readonly total: number }
  | { readonly kind: "finished"; readonly revision: string; readonly direction: RevisionWork["direction"]; readonly steps: number };

/**
 * Runs one revision. Where the database can roll DDL back, all of it and its history row stand in one transaction; elsewhere the
 * history row counts the steps. Throws RUN-030 when the result does not hold, RUN-031 when it stopped half-way, RUN-032 when it
 * was rolled back, RUN-034 when it was stopped from outside. The history's table must be there (`ensureHistory`).
 */
export async function runRevision(connection: Connection, dialect: Dialect, options: RunOptions): Promise<void> {
  const plan = planRevision(dialect, options);
  await new RevisionRun(connection, dialect, options, plan).run();
}

/** One run, with how far it has come. */
class RevisionRun {
  private readonly connection: Connection;
  private readonly dialect: Dialect;
  private readonly options: RunOptions;
  private readonly plan: Plan;
  private readonly kept = new Map<string, readonly string[]>();
  /** Steps that have run, and those that no rollback can take back any more. */
  private done: number;
  private settled: number;
  /** Whether batches of the present step are committed. */
  private partly = false;
  private recorded: boolean;
  /** Whether the history says, beyond any rollback, that the revision is under way. */
  private announced = false;

  constructor(connection: Connection, dialect: Dialect, options: RunOptions, plan: Plan) {
    this.connection = connection;
    this.dialect = dialect;
    this.options = options;
    this.plan = plan;
    this.done = options.resumeFrom ?? 0;
    this.settled = this.done;
    // An upgrade that is resumed has its row already, and so has everything that is downgraded.
    this.recorded = options.direction === "downgrade" || options.resumeFrom !== undefined;
    refuseLostSteps(plan, this.done, options);
  }

  async run(): Promise<void> {
    const { revision, direction } = this.options;
    const steps = this.plan.steps.length;
    this.emit({ kind: "started", revision, direction, steps });
    try {
      for (const sql of this.plan.setup) await this.connection.execute(sql);
      await (this.dialect.capabilities.transactionalDdl ? this.runInTransactions() : this.runStepByStep());
    } catch (error) {
      // The failure that is on its way says more than those of tidying up, which a broken connection brings about.
      await this.rollBack().catch(() => {});
      await this.cleanUp().catch(() => {});
      throw this.failure(error);
    }
    await this.cleanUp();
    if (this.plan.steps.slice(this.options.resumeFrom ?? 0).some(({ kind }) => kind === "batches")) await forgetBatches(this.connection, this.dialect, this.options.history.key);
    this.emit({ kind: "finished", revision, direction, steps });
  }

  /** All steps and the history row together, but for those that refuse a transaction. */
  private async runInTransactions(): Promise<void> {
    for (const step of this.remaining()) {
      if (!step.transaction) {
        await this.settle();
        await this.perform(step);
        await this.recordProgress();
        this.settled = this.done;
        continue;
      }
      if (!this.connection.inTransaction) await this.connection.begin();
      await this.perform(step);
    }
    if (!this.connection.inTransaction) await this.connection.begin();
    await this.verify();
    await this.recordEnd();
    await this.connection.commit();
  }

  /** Commits what stands before a step that cannot be rolled back, with a row that says so. */
  private async settle(): Promise<void> {
    await this.recordProgress();
    if (this.connection.inTransaction) await this.connection.commit();
    this.announced = true;
    this.settled = this.done;
  }

  /** Where DDL commits by itself: a row first, and its count after each step, in one transaction with a step that only changes rows. */
  private async runStepByStep(): Promise<void> {
    await this.recordProgress();
    this.announced = true;
    for (const step of this.remaining()) {
      if (step.transaction) await this.connection.begin();
      await this.perform(step);
      await this.recordProgress();
      if (this.connection.inTransaction) await this.connection.commit();
      this.settled = this.done;
    }
    await this.verify();
    await this.recordEnd();
  }

  private remaining(): readonly Step[] {
    return this.plan.steps.slice(this.done);
  }

  private async perform(step: Step): Promise<void> {
    this.stopWhenAsked();
    const recorded = operationOf(this.options, step);
    const { revision } = this.options;
    this.emit({
      kind: "step",
      revision,
      step: this.done + 1,
      steps: this.plan.steps.length,
      operation: recorded?.operation,
      get place() {
        return recorded?.place;
      },
      ...(step.kind === "sql" && { sql: step.sql }),
    });
    await this.performers[step.kind](step as never);
    this.done++;
  }

  private stopWhenAsked(): void {
    if (this.options.signal?.aborted) throw new Stopped();
  }

  private readonly performers: { readonly [K in Step["kind"]]: (step: Extract<Step, { kind: K }>) => Promise<void> } = {
    sql: async ({ sql, mend }) => {
      if (mend !== undefined) for (const row of await this.connection.query(mend)) await this.connection.execute(String(Object.values(row)[0]));
      await this.connection.execute(sql);
    },
    run: ({ callback }) => callback(this.connection.kysely as never),
    keep: async ({ name, query }) => {
      const rows = await this.connection.query(query);
      this.kept.set(name, rows.map((row) => String(Object.values(row)[0])));
    },
    inspect: async (step) => {
      const drift = driftOf(step.inspection, await this.connection.query(step.query));
      if (!drift) return;
      refuseDrift(drift);
      this.emit({ kind: "drifted", revision: this.options.revision, drift, place: operationOf(this.options, step)?.place });
    },
    batches: ({ batches }) =>
      runBatches({
        connection: this.connection,
        dialect: this.dialect,
        historyKey: this.options.history.key,
        revision: this.options.revision,
        step: this.done,
        resumes: this.options.resumeFrom === this.done,
        batches,
        stopWhenAsked: () => this.stopWhenAsked(),
        onProgress: (done, total) => {
          this.partly = true;
          this.emit({ kind: "progress", revision: this.options.revision, table: batches.table, done, total });
        },
      }),
    restore: async ({ name }) => {
      for (const sql of this.kept.get(name) ?? []) await this.connection.execute(sql);
    },
  };

  private async verify(): Promise<void> {
    for (const { query, message } of this.plan.verify) {
      const rows = await this.connection.query(query);
      if (rows.length) throw violation(this.options, message, rows);
    }
  }

  private async recordProgress(): Promise<void> {
    const { history, revision, direction } = this.options;
    const total = this.plan.steps.length;
    const sql = this.recorded ? history.updateSql(revision, { direction, stepsDone: this.done, stepsTotal: total }) : history.insertSql(historyRow(this.options, this.done, total));
    await this.connection.execute(sql);
    this.recorded = true;
  }

  private async recordEnd(): Promise<void> {
    const { history, revision, direction } = this.options;
    const total = this.plan.steps.length;
    if (direction === "downgrade") await this.connection.execute(history.deleteSql(revision));
    else if (this.recorded) await this.connection.execute(history.updateSql(revision, { direction, appliedAt: this.options.now(), stepsDone: total, stepsTotal: total }));
    else await this.connection.execute(history.insertSql(historyRow(this.options, total, total)));
  }

  /** Takes back what can be, and with it a history row that would tell of no step at all. */
  private async rollBack(): Promise<void> {
    if (this.connection.inTransaction) await this.connection.rollback();
    if (this.settled > 0 || this.partly || !this.announced) return;
    const { history, revision, direction } = this.options;
    const total = this.plan.steps.length;
    await this.connection.execute(direction === "upgrade" ? history.deleteSql(revision) : history.updateSql(revision, { direction: "upgrade", stepsDone: total, stepsTotal: total }));
  }

  private async cleanUp(): Promise<void> {
    for (const sql of this.plan.cleanup) await this.connection.execute(sql);
  }

  private failure(error: unknown): GravenError {
    if (error instanceof GravenError && error.code === "RUN-030" && this.settled === 0) return error;
    return stoppedAt({ error, work: this.options, plan: this.plan, done: this.done, settled: this.settled, partly: this.partly, transactional: this.dialect.capabilities.transactionalDdl });
  }

  private emit(event: RunEvent): void {
    this.options.onEvent?.(event);
  }
}

/** Stands for a signal that asked to stop. */
class Stopped extends Error {}

interface Stop {
  readonly error: unknown;
  readonly work: RevisionWork;
  readonly plan: Plan;
  readonly done: number;
  readonly settled: number;
  readonly partly: boolean;
  readonly transactional: boolean;
}

function stoppedAt({ error, work, plan, done, settled, partly, transactional }: Stop): GravenError {
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
  const outcome = halfWay ? `stopped ${where} (${settled} of ${total} done)` : transactional ? `failed ${where} and was rolled back` : `failed ${where}, before it had changed anything`;
  const message = `Revision "${work.revision}" ${outcome}${doing}: ${reason}${sql}`;
  const hint = halfWay
    ? "The steps that are done stand, and the history says so. Mend the cause and run the command again to go on with the rest."
    : `The database is as it was before the revision.${asked ? "" : " Mend the revision or the rows, and run the command again."}`;
  return new GravenError(asked ? "RUN-034" : halfWay ? "RUN-031" : "RUN-032", message, { hint, place, cause: error });
}

function violation(work: RevisionWork, message: string, rows: readonly Readonly<Record<string, unknown>>[]): GravenError {
  const shown = rows.slice(0, 5).map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
  const more = rows.length > shown.length ? `\n  and ${rows.length - shown.length} more` : "";
  return new GravenError("RUN-030", `Revision "${work.revision}" would leave rows that do not hold: ${message}\n  ${shown.join("\n  ")}${more}`, {
    hint: "The revision was rolled back. Mend those rows, in the revision or before it.",
    ...(work.path !== undefined && { place: { file: work.path } }),
  });
}

/** What a step kept lives in the process that kept it: a run cannot be taken up between the two. */
function refuseLostSteps(plan: Plan, done: number, work: RevisionWork): void {
  const lost = plan.steps.slice(0, done).filter((step) => step.kind === "keep");
  const needed = plan.steps.slice(done).find((step) => step.kind === "restore" && lost.some((each) => each.name === step.name));
  if (needed || done > plan.steps.length) {
    throw new GravenError("RUN-033", `Revision "${work.revision}" cannot be taken up after step ${done}: ${needed ? "what the database held in between is not known any more" : "it has fewer steps now"}.`, {
      hint: "Restore a backup, or bring the database by hand to where the revision leads and mark it as applied.",
    });
  }
}

