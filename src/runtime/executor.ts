import { setTimeout as pause } from "node:timers/promises";
import { GravenError } from "../base/errors.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { Connection } from "../drivers/connection.ts";
import { BlockWatch } from "./block-watch.ts";
import { planRevision, type RevisionWork } from "./plan.ts";
import type { PlannedWork, ResumePoint, RunSettings, Shared } from "./planned-work.ts";
import { MOST_JOINED, runJoined, SOON_DONE, travelsWithOthers } from "./joined-runs.ts";
import { RevisionRun } from "./revision-run.ts";

export type { ClearedStep, PlannedWork, ResumePoint, RunSettings } from "./planned-work.ts";
export type { RunEvent } from "./run-events.ts";

export interface RunOptions extends RevisionWork, RunSettings, ResumePoint {}

/**
 * Runs one revision. Where the database can roll DDL back, all of it and its history row stand in one transaction; elsewhere the
 * history row counts the steps. Throws RUN-030 when the result does not hold, RUN-031 when it stopped half-way, RUN-032 when it
 * was rolled back, RUN-034 when it was stopped from outside. The history's table must be there (`ensureHistory`).
 */
export async function runRevision(connection: Connection, dialect: Dialect, options: RunOptions): Promise<void> {
  const { resumeFrom, cutOff } = options;
  await runRevisions(connection, dialect, [{ work: options, plan: planRevision(dialect, options), resumeFrom, cutOff }], options);
}

/** Runs planned revisions one after the other, each in its transaction or, with `run`, all in one. Throws as `runRevision` does. */
export async function runRevisions(connection: Connection, dialect: Dialect, planned: readonly PlannedWork[], settings: RunSettings): Promise<void> {
  const limits = dialect.running.limits(settings.limits ?? {});
  if (settings.limits?.lockTimeout !== undefined || settings.limits?.statementTimeout !== undefined) for (const sql of limits) await connection.execute(sql);
  const watch = new BlockWatch(connection, dialect, settings.watch);
  await watch.start();
  const shared: Shared = { connection, dialect, settings, watch };
  if (settings.transaction === "run") return runTogether(shared, planned);
  await runOneByOne(shared, planned);
}

/** Each revision in transactions of its own; small ones that follow one another travel together, ever more of them while they are soon done. */
async function runOneByOne(shared: Shared, planned: readonly PlannedWork[]): Promise<void> {
  let size = 1;
  for (let at = 0; at < planned.length; ) {
    const runs: RevisionRun[] = [];
    for (const each of planned.slice(at, at + size)) {
      const travels = travelsWithOthers(each, shared);
      if (runs.length && !travels) break;
      runs.push(new RevisionRun(shared, each, at + runs.length < planned.length - 1));
      if (!travels) break;
    }
    const begun = performance.now();
    const isSmooth = runs.length > 1 ? await runJoined(shared, runs) : await runs[0]!.runAlone().then(() => true);
    size = isSmooth && performance.now() - begun < SOON_DONE ? Math.min(size * 2, MOST_JOINED) : Math.ceil(size / 4);
    at += runs.length;
  }
}

/** All revisions in one transaction, committed early only where a statement refuses one. */
async function runTogether(shared: Shared, planned: readonly PlannedWork[]): Promise<void> {
  const { connection, dialect, settings } = shared;
  if (!dialect.capabilities.transactionalDdl) throw new GravenError("RUN-060", `${dialect.title} commits every DDL statement by itself, so a run cannot be one transaction there.`, { hint: "Leave the transaction at `revision`: the history counts the steps." });
  const unique = (key: "setup" | "cleanup") => [...new Set(planned.flatMap(({ plan }) => plan[key]))];
  // Revisions before this one are committed, and of itself what `settled` has settled.
  let from = 0;
  let settled: RevisionRun | undefined;
  let run: RevisionRun | undefined;
  try {
    for (const sql of unique("setup")) await connection.execute(sql);
    for (let attempt = 0; ; attempt++) {
      const ended: RevisionRun[] = [];
      try {
        for (const [at, each] of planned.entries()) {
          if (at < from) continue;
          run = new RevisionRun(shared, at === from && settled ? { ...each, resumeFrom: settled.settledSteps } : each);
          await run.runTogether(at === planned.length - 1 ? planned.map(({ plan }) => plan) : [], () => {
            from = at;
            settled = run;
            for (const done of ended.splice(0)) done.finish();
          });
          ended.push(run);
        }
        if (connection.inTransaction) await connection.commit();
        await run?.forget();
        for (const done of ended) done.finish();
        return;
      } catch (error) {
        await run?.rollBack().catch(() => {});
        const wait = await run?.retryDelay(error, attempt);
        if (wait === undefined) await settled?.recordStop(error).catch(() => {});
        if (wait === undefined) throw run ? run.failure(error, planned.slice(from).flatMap(({ work }) => (ended.some((each) => each.revision === work.revision) ? [work.revision] : []))) : error;
        await pause(wait, undefined, { signal: settings.signal }).catch(() => {});
      }
    }
  } finally {
    for (const sql of unique("cleanup")) await connection.execute(sql).catch(() => {});
  }
}
