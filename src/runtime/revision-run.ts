import { setTimeout as pause } from "node:timers/promises";
import { messageOf, type GravenError } from "../base/errors.ts";
import type { Plan, Step } from "../dialects/dialect.ts";
import { forgetBatches, runBatches } from "./batches.ts";
import { driftOf, refuseDrift } from "./inspect.ts";
import { runLoad } from "./load.ts";
import { historyRow, operationOf, type RevisionWork } from "./plan.ts";
import type { ClearedStep, PlannedWork, Shared } from "./planned-work.ts";
import type { RunEvent } from "./run-events.ts";
import { faultOf, refuseLostSteps, Stopped, stoppedAt, violation } from "./run-failure.ts";
import { segmentsOf, type Segment } from "./segments.ts";

/** A statement within a message of several. */
export interface JoinedStatement {
  readonly sql: string;
  readonly onDone?: () => void;
}

/** One run, with how far it has come. */
export class RevisionRun {
  private readonly shared: Shared;
  private readonly options: RevisionWork;
  private readonly plan: Plan;
  private readonly kept = new Map<string, readonly string[]>();
  /** Steps that have run, and those that no rollback can take back any more. */
  private done: number;
  private settled: number;
  private recorded: boolean;
  /** Whether batches of the present step are committed. */
  private partly = false;
  /** Whether the history says, beyond any rollback, that the revision is under way. */
  private announced: boolean;
  /** The step that an earlier run may have done before it was cut off, or left half done. */
  private readonly resumed: number | undefined;
  private readonly cutOff: boolean;
  private readonly until: number | undefined;
  private readonly clears: readonly ClearedStep[];
  private hasStarted = false;
  /** Whether another revision follows, whose commit waits for the disk. */
  private readonly isFollowed: boolean;

  constructor(shared: Shared, { work, plan, resumeFrom, cutOff, until, clears }: PlannedWork, isFollowed = false) {
    this.shared = shared;
    this.isFollowed = isFollowed;
    this.options = work;
    this.plan = plan;
    this.done = resumeFrom ?? 0;
    this.settled = this.done;
    this.resumed = resumeFrom;
    this.cutOff = cutOff ?? false;
    this.until = until;
    this.clears = clears ?? [];
    // An upgrade that is resumed has its row already, and so has everything that is downgraded or taken back.
    this.recorded = work.direction === "downgrade" || work.takesBack !== undefined || resumeFrom !== undefined;
    this.announced = resumeFrom !== undefined;
    refuseLostSteps(plan, this.done, work);
  }

  get revision(): string {
    return this.options.revision;
  }

  /** The revision in transactions of its own; `tried` says how often a lock was not to be had for it in time. */
  async runAlone(tried = 0): Promise<void> {
    const { connection } = this.shared;
    this.done = this.settled;
    this.start();
    try {
      await this.clearAway();
      for (const sql of this.plan.setup) await connection.execute(sql);
      const segments = this.segments();
      for (const [at, segment] of segments.entries()) await this.runSegment(segment, at === segments.length - 1 && this.until === undefined, tried);
      if (!segments.length) await this.runSegment({ steps: [], atomic: true }, true, tried);
    } catch (error) {
      // The failure that is on its way says more than those of tidying up, which a broken connection brings about.
      await this.rollBack().catch(() => {});
      await this.recordStop(error).catch(() => {});
      await this.cleanUp().catch(() => {});
      throw this.failure(error);
    }
    await this.cleanUp();
    await this.forget();
    this.finish();
  }

  /** The revision within a transaction that others share; `verified` are the plans whose checks it ends with. */
  async runTogether(verified: readonly Plan[], onCommit: () => void): Promise<void> {
    this.start();
    const segments = this.segments();
    for (const segment of segments) {
      if (!segment.atomic) {
        await this.settle();
        onCommit();
        await this.performAll(segment);
        await this.commit(this.progressSql());
        this.settled = this.done;
        continue;
      }
      await this.begin();
      await this.performAll(segment);
    }
    await this.begin();
    for (const plan of verified) await this.verify(plan);
    await this.shared.connection.execute(this.endSql());
  }

  /** The revision as one transaction whose statements travel with those of others (`travelsWithOthers`), each with what follows once it is done. */
  transaction(): readonly JoinedStatement[] {
    const { connection, dialect } = this.shared;
    const begin = [connection.beginSql, (this.mayCommitSoon && dialect.running.commitsSoon) || []].flat();
    const steps = this.plan.steps.flatMap((step) => (step.kind === "sql" ? [{ sql: step.sql, onDone: () => this.stepDone() }] : []));
    return [...begin.map((sql) => ({ sql })), ...steps, { sql: this.endSql() }, { sql: "COMMIT", onDone: () => this.finish() }];
  }

  private stepDone(): void {
    this.done++;
    this.tellStep();
  }

  /** Tells which step comes next, where one does. */
  tellStep(): void {
    const step = this.plan.steps[this.done];
    if (!step) return;
    const { revision } = this.options;
    const recorded = operationOf(this.options, step);
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
  }

  tellBlocked(blockers: readonly string[]): void {
    this.emit({ kind: "blocked", revision: this.revision, step: this.done + 1, blockers });
  }

  /** Takes away what batches kept to go on from, once the history says that they are done. */
  async forget(): Promise<void> {
    const { connection, dialect } = this.shared;
    if (this.until === undefined && this.plan.steps.slice(this.resumed ?? 0).some(({ kind }) => kind === "batches")) await forgetBatches(connection, dialect, this.options.history.key);
  }

  finish(): void {
    const { revision, direction } = this.options;
    this.emit({ kind: "finished", revision, direction, steps: this.plan.steps.length });
  }

  /** The steps that no rollback takes back. */
  get settledSteps(): number {
    return this.settled;
  }

  /** Tells once that the revision has begun. */
  start(): void {
    const { revision, direction } = this.options;
    if (this.hasStarted) return;
    this.hasStarted = true;
    this.emit({ kind: "started", revision, direction, steps: this.plan.steps.length });
  }

  private segments(): readonly Segment[] {
    const { dialect, settings } = this.shared;
    return segmentsOf(this.plan.steps.slice(this.done, this.until), settings.transaction ?? "revision", dialect.capabilities.transactionalDdl);
  }

  /** One piece and what the history says of it; tried again where a lock was not to be had in time. */
  private async runSegment(segment: Segment, isLast: boolean, tried: number): Promise<void> {
    const { settings } = this.shared;
    for (let attempt = tried; ; attempt++) {
      try {
        return await this.trySegment(segment, isLast);
      } catch (error) {
        const wait = await this.retryDelay(error, attempt);
        if (wait === undefined) throw error;
        if (this.shared.connection.inTransaction) await this.shared.connection.rollback();
        this.done = this.settled;
        await pause(wait, undefined, { signal: settings.signal }).catch(() => {});
      }
    }
  }

  private async trySegment(segment: Segment, isLast: boolean): Promise<void> {
    const { dialect } = this.shared;
    // Where nothing can be rolled back, a row says first that the revision is under way.
    if (segment.steps.length && !this.announced && (!segment.atomic || !dialect.capabilities.transactionalDdl)) await this.settle();
    if (segment.atomic) await this.begin(isLast && this.mayCommitSoon ? dialect.running.commitsSoon : undefined);
    if (isLast && this.endsWithItsStep(segment)) await this.performAll(segment, this.endSql());
    else {
      await this.performAll(segment);
      if (isLast) await this.verify(this.plan);
      await this.commit(isLast ? this.endSql() : this.progressSql());
    }
    this.settled = this.done;
    if (!isLast) this.announced = true;
  }

  /** Whether nothing but the history's row comes between a segment's last statement and the commit. What an author wrote travels alone, so that what the server says of its syntax is about it alone. */
  private endsWithItsStep({ steps, atomic }: Segment): boolean {
    const step = steps.at(-1);
    return atomic && step?.kind === "sql" && operationOf(this.options, step)?.operation.kind !== "execute" && step.mend === undefined && !step.limits && !this.plan.verify.length && this.resumed !== this.plan.steps.length - 1;
  }

  /** The steps one after the other; with `end` the last one commits, after that statement. */
  private async performAll({ steps }: Segment, end?: string): Promise<void> {
    for (const [at, step] of steps.entries()) await this.perform(step, at === steps.length - 1 ? end : undefined);
  }

  private async begin(first?: string): Promise<void> {
    if (!this.shared.connection.inTransaction) await this.shared.connection.begin(first);
  }

  /**
   * Whether a crash of the server may take the revision back: with its row in the history, and before the run has ended. What an author's
   * own code does beside the database, it could not take back.
   */
  private get mayCommitSoon(): boolean {
    return this.isFollowed && this.resumed === undefined && this.plan.steps.every(({ kind, transaction }) => transaction && kind !== "run");
  }

  /** Takes steps back one by one, the last first. The history counts down with them, so that a run which is cut off can go either way. */
  private async clearAway(): Promise<void> {
    const { connection } = this.shared;
    for (const { step, at, mayBeDone } of this.clears.toReversed()) {
      if (step.kind !== "sql") continue;
      await this.clearLeftover(step);
      if (!mayBeDone || step.undo === undefined) continue;
      await connection.execute(this.options.history.updateSql(this.revision, { stepsDone: at, error: null }));
      await connection.execute(step.undo);
    }
  }

  /** Takes away what a statement left that failed. */
  private async clearLeftover({ sql, mend }: Extract<Step, { kind: "sql" }>): Promise<void> {
    const { connection, dialect } = this.shared;
    const left = dialect.running.leftover(sql);
    if (left && (await connection.query(left.query)).length) await connection.execute(left.sql);
    if (mend !== undefined) for (const row of await connection.query(mend)) await connection.execute(String(Object.values(row)[0]));
  }

  /** Commits what stands before a step that cannot be rolled back, with a row that says so. */
  private async settle(): Promise<void> {
    await this.commit(this.progressSql());
    this.announced = true;
    this.settled = this.done;
  }

  /** How long to wait before another try, where the failure is a lock's and a try is left. */
  async retryDelay(error: unknown, attempt: number): Promise<number | undefined> {
    const { dialect, settings, watch } = this.shared;
    if (settings.signal?.aborted || attempt >= (settings.lockRetries ?? 3) || !dialect.running.lockTimedOut(faultOf(error))) return undefined;
    const milliseconds = Math.round(500 * 2 ** attempt * (0.75 + Math.random() / 2));
    this.emit({ kind: "retry", revision: this.revision, step: this.done + 1, attempt: attempt + 1, milliseconds, reason: messageOf(error), blockers: watch.blockers });
    return milliseconds;
  }

  private async perform(step: Step, end?: string): Promise<void> {
    const { settings, watch, connection, dialect } = this.shared;
    this.stopWhenAsked();
    this.tellStep();
    const limits = { ...settings.limits, ...step.limits };
    if (step.limits) for (const sql of dialect.running.limits(limits)) await connection.execute(sql);
    const soon = limits.lockTimeout === undefined ? undefined : limits.lockTimeout * 1000;
    const work = () => {
      if (end !== undefined && step.kind === "sql") return this.performLast(step, end);
      return this.resumed === this.done ? this.performAgain(step) : this.performers[step.kind](step as never);
    };
    await watch.during(work, soon, (blockers) => this.tellBlocked(blockers));
    if (end !== undefined) return;
    if (step.limits) for (const sql of dialect.running.limits(settings.limits ?? {})) await connection.execute(sql);
    this.done++;
    this.partly = false;
  }

  private stopWhenAsked(): void {
    if (this.shared.settings.signal?.aborted) throw new Stopped();
  }

  /** The first step after a stop: what it left behind is cleared away, and where it may have been done, that is no failure. */
  private async performAgain(step: Step): Promise<void> {
    const { running } = this.shared.dialect;
    if (step.kind !== "sql") return this.performers[step.kind](step as never);
    await this.clearLeftover(step);
    try {
      await this.performers.sql(step);
    } catch (error) {
      if (!this.cutOff || (step.transaction && !running.commitsByItself(step.sql)) || !running.alreadyDone(faultOf(error))) throw error;
    }
  }

  /** The last statement of a transaction, with the history's row and the commit behind it: the row's time is that of its sending. */
  private async performLast({ sql }: Extract<Step, { kind: "sql" }>, end: string): Promise<void> {
    await this.shared.connection.finish(sql, end, () => void this.done++);
    this.recorded = true;
  }

  private readonly performers: { readonly [K in Step["kind"]]: (step: Extract<Step, { kind: K }>) => Promise<void> } = {
    sql: async ({ sql, mend }) => {
      const { connection } = this.shared;
      if (mend !== undefined) for (const row of await connection.query(mend)) await connection.execute(String(Object.values(row)[0]));
      await connection.execute(sql);
    },
    run: ({ callback }) => callback(this.shared.connection.kysely as never),
    keep: async ({ name, query }) => {
      const rows = await this.shared.connection.query(query);
      this.kept.set(name, rows.map((row) => String(Object.values(row)[0])));
    },
    inspect: async (step) => {
      const drift = driftOf(step.inspection, await this.shared.connection.query(step.query));
      if (!drift) return;
      refuseDrift(drift);
      this.emit({ kind: "drifted", revision: this.revision, drift, place: operationOf(this.options, step)?.place });
    },
    batches: ({ batches }) =>
      runBatches({
        connection: this.shared.connection,
        dialect: this.shared.dialect,
        historyKey: this.options.history.key,
        revision: this.revision,
        step: this.done,
        resumes: this.resumed === this.done || this.partly,
        batches,
        stopWhenAsked: () => this.stopWhenAsked(),
        onProgress: (done, total) => {
          this.partly = true;
          this.emit({ kind: "progress", revision: this.revision, table: batches.table, done, total });
        },
      }),
    load: ({ load }) =>
      runLoad({
        connection: this.shared.connection,
        dialect: this.shared.dialect,
        load,
        stopWhenAsked: () => this.stopWhenAsked(),
        onProgress: (done, total) => this.emit({ kind: "progress", revision: this.revision, table: load.table, done, total }),
      }),
    restore: async ({ name }) => {
      for (const sql of this.kept.get(name) ?? []) await this.shared.connection.execute(sql);
    },
  };

  private async verify({ verify }: Plan): Promise<void> {
    for (const { query, message } of verify) {
      const rows = await this.shared.connection.query(query);
      if (rows.length) throw violation(this.options, message, rows);
    }
  }

  /** Writes to the history, and commits what is open with it. */
  private async commit(sql: string): Promise<void> {
    const { connection } = this.shared;
    if (connection.inTransaction) await connection.commit(sql);
    else await connection.execute(sql);
    this.recorded = true;
  }

  private progressSql(): string {
    const { history, revision, direction, takesBack = null } = this.options;
    const total = this.plan.steps.length;
    return this.recorded ? history.updateSql(revision, { direction, stepsDone: this.done, stepsTotal: total, takesBack, error: null }) : history.insertSql(historyRow(this.options, this.done, total));
  }

  private endSql(): string {
    const { history, revision, direction, checksum } = this.options;
    const total = this.plan.steps.length;
    if (direction === "downgrade") return history.deleteSql(revision);
    if (this.recorded) return history.updateSql(revision, { direction, checksum, appliedAt: this.options.now(), stepsDone: total, stepsTotal: total, takesBack: null, error: null });
    return history.insertSql(historyRow(this.options, total, total));
  }

  /** Takes back what can be. */
  async rollBack(): Promise<void> {
    if (this.shared.connection.inTransaction) await this.shared.connection.rollback();
  }

  /** What the history keeps of a failure: nothing where nothing was done, else how far it came, and why it did not go on. */
  async recordStop(error: unknown): Promise<void> {
    if (!this.announced) return;
    const { history, revision, direction, takesBack } = this.options;
    const total = this.plan.steps.length;
    const why = error instanceof Stopped ? "It was asked to stop." : messageOf(error);
    const isUntouched = this.settled === 0 && !this.partly && this.resumed === undefined && takesBack === undefined;
    const sql = !isUntouched
      ? history.updateSql(revision, { stepsDone: this.settled, error: why.slice(0, 4000) })
      : direction === "upgrade"
        ? history.deleteSql(revision)
        : history.updateSql(revision, { direction: "upgrade", stepsDone: total, stepsTotal: total, takesBack: null, error: null });
    await this.shared.connection.execute(sql);
  }

  private async cleanUp(): Promise<void> {
    for (const sql of this.plan.cleanup) await this.shared.connection.execute(sql);
  }

  failure(error: unknown, together: readonly string[] = []): GravenError {
    const { dialect, watch } = this.shared;
    const step = this.plan.steps[this.done];
    const advice = step?.kind === "sql" ? dialect.running.advice?.(faultOf(error), step.sql) : undefined;
    return stoppedAt({ advice, error, work: this.options, plan: this.plan, done: this.done, settled: this.settled, partly: this.partly, transactional: dialect.capabilities.transactionalDdl, together, blockers: dialect.running.lockTimedOut(faultOf(error)) ? watch.blockers : [] });
  }

  private emit(event: RunEvent): void {
    this.shared.settings.onEvent?.(event);
  }
}
