import type { Dialect, Plan, Step } from "../dialects/dialect.ts";
import type { Limits } from "../dialects/running.ts";
import type { Connection, Lock } from "../drivers/connection.ts";
import type { BlockWatch } from "./block-watch.ts";
import type { RevisionWork } from "./plan.ts";
import type { RunEvent } from "./run-events.ts";
import type { TransactionMode } from "./segments.ts";

/** How revisions are run. */
export interface RunSettings {
  /** `revision` when absent. */
  readonly transaction?: TransactionMode | undefined;
  readonly limits?: Limits | undefined;
  /** How often a transaction is tried again that could not have a lock in time; 3 when absent. */
  readonly lockRetries?: number | undefined;
  /** Asks in another session, to see who keeps this one waiting. */
  readonly watch?: Lock["query"];
  /** Stops before the next step: what can be rolled back is, and elsewhere the history says how far it came. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

/** Where a revision goes on that stopped in the middle. */
export interface ResumePoint {
  /** The steps that an earlier run has done: they are left out. */
  readonly resumeFrom?: number | undefined;
  /** Whether that run was cut off, so that the next step may have been done as well. */
  readonly cutOff?: boolean | undefined;
}

/** A revision on its way. */
export interface PlannedWork extends ResumePoint {
  readonly work: RevisionWork;
  readonly plan: Plan;
  /** The step to stop before, where a revision is only brought to the end of an operation. */
  readonly until?: number | undefined;
  /** Steps of the opposite direction, which stopped at the last of them: what they left is cleared away first. */
  readonly clears?: readonly ClearedStep[] | undefined;
}

/** A step that is taken back by itself, with its place in the plan that stopped. */
export interface ClearedStep {
  readonly step: Step;
  readonly at: number;
  readonly mayBeDone: boolean;
}

/** What all revisions of a run have in common. */
export interface Shared {
  readonly connection: Connection;
  readonly dialect: Dialect;
  readonly settings: RunSettings;
  readonly watch: BlockWatch;
}
