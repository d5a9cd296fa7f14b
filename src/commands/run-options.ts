import type { PlannedRevision } from "./dry-run.ts";
import type { TransactionMode } from "../runtime/segments.ts";

/** How a run treats its database: what it locks, how long it waits, what it holds in a transaction. */
export interface RunningOptions {
  /** Seconds to wait for locks: of another run (60 when absent), and of tables by each statement (the server's own when absent). */
  readonly lockTimeout?: number | undefined;
  /** Seconds that a statement may take. */
  readonly statementTimeout?: number | undefined;
  /** How often a transaction that could not have a lock in time is tried again. Default 3. */
  readonly lockRetries?: number | undefined;
  /** What one transaction holds: a revision (the default), the whole run, or no more than it must. */
  readonly transaction?: TransactionMode | undefined;
}

export interface RunOptions extends RunningOptions {
  /** `head` for upgrades and `-1` for downgrades, when absent. */
  readonly target?: string | undefined;
  /** Give the SQL, and run nothing. */
  readonly sql?: boolean | undefined;
  /** Give the plan with its SQL, its locks and their risk; run nothing and change nothing. */
  readonly dryRun?: boolean | undefined;
  /** Go on with a revision that stopped in the middle: an upgrade ends it, a downgrade takes back what was done; or the other way round for one that stopped on its way down. */
  readonly resume?: boolean | undefined;
  /** Run although files of applied revisions were edited. */
  readonly allowEdited?: boolean | undefined;
  /** Revisions that wait for somebody's word (`op.confirm`), and have it: ids, or their beginnings. */
  readonly confirm?: readonly string[] | undefined;
}

export interface RunResult {
  /** What ran, in order. */
  readonly revisions: readonly string[];
  /** Where the database stands now. */
  readonly heads: readonly string[];
  /** With `sql`: the script. */
  readonly sql?: string;
  /** With `dryRun`: what would run. */
  readonly plan?: readonly PlannedRevision[];
}
