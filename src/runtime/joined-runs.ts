import { setTimeout as pause } from "node:timers/promises";
import { isSurelyOne } from "../base/sql-statements.ts";
import { operationOf } from "./plan.ts";
import type { PlannedWork, Shared } from "./planned-work.ts";
import type { RevisionRun } from "./revision-run.ts";

/** Milliseconds in which a message was soon done: the next may hold twice as many revisions. Whoever asks a run to stop waits for one message. */
export const SOON_DONE = 100;
export const MOST_JOINED = 16;
/** Characters of the statements of a revision that may travel with others. */
const LONGEST = 20_000;

/**
 * Whether a revision may travel to the server in one message with others: it is one transaction of single statements that graven wrote, in
 * which nothing is asked, kept or waited for. What an author wrote travels alone, so that what the server says of its syntax is about it alone.
 */
export function travelsWithOthers({ work, plan, resumeFrom, until, clears }: PlannedWork, { connection, settings }: Shared): boolean {
  const { lockTimeout, statementTimeout } = settings.limits ?? {};
  if (!connection.transactions || settings.signal?.aborted || settings.transaction === "none" || lockTimeout !== undefined || statementTimeout !== undefined) return false;
  if (resumeFrom !== undefined || until !== undefined || clears?.length || work.takesBack !== undefined) return false;
  if (plan.setup.length || plan.verify.length || plan.cleanup.length) return false;
  let length = 0;
  return plan.steps.every((step) => step.kind === "sql" && step.transaction && !step.limits && step.mend === undefined && isSurelyOne(step.sql) && (length += step.sql.length) <= LONGEST && !authored.has(operationOf(work, step)?.operation.kind));
}

const authored: ReadonlySet<string | undefined> = new Set(["execute", "own"]);

/**
 * Runs revisions in one message, each in its transaction, and says whether that went smoothly. Throws what `runAlone` throws of the
 * revision that failed; those before it are committed.
 */
export async function runJoined({ connection, settings, watch }: Shared, runs: readonly RevisionRun[]): Promise<boolean> {
  const statements = runs.flatMap((run) => run.transaction().map((each) => ({ ...each, run })));
  // Those that are done, and whether the server has begun at all.
  let done = 0;
  let hasBegun = false;
  const start = () => {
    runs[done]?.start();
    runs[done]?.tellStep();
  };
  const onDone = (at: number) => {
    hasBegun = true;
    const { run, onDone: tell } = statements[at]!;
    const isLast = statements[at + 1]?.run !== run;
    if (isLast) done++;
    tell?.();
    if (isLast) start();
  };
  start();
  try {
    // All that the server says comes at the end of the message, so the first revision of those on their way stands for whichever waits.
    await watch.during(() => connection.transactions!(statements.map(({ sql }) => sql), onDone), undefined, (blockers) => runs[done]?.tellBlocked(blockers));
    return true;
  } catch (error) {
    const run = runs[done];
    const isOpen = await connection.rollback().then(() => true, () => false);
    // A listener's fault: the server has done all of it.
    if (!run) throw error;
    // A message that the server could not read is told of as a whole; alone, the revision it is about fails by itself.
    const wait = isOpen && !hasBegun ? 0 : await run.retryDelay(error, 0);
    if (wait === undefined) throw run.failure(error);
    await pause(wait, undefined, { signal: settings.signal }).catch(() => {});
    for (const [index, rest] of runs.slice(done).entries()) await rest.runAlone(index === 0 && hasBegun ? 1 : 0);
    return false;
  }
}
