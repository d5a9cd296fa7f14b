import { GravenError, GravenErrors, messageOf } from "../base/errors.ts";
import type { Direction } from "../runtime/history.ts";
import type { NamedContext } from "./databases.ts";
import { downgrade, upgrade } from "./run.ts";
import type { RunOptions, RunResult } from "./run-options.ts";

export interface ManyOptions extends RunOptions {
  /** How many databases at once. Default 1. */
  readonly concurrency?: number | undefined;
  /** What a failure does to the databases that have not begun: `stop` (the default) leaves them as they are. */
  readonly onFailure?: "stop" | "continue" | undefined;
}

/** How one database fared. */
export type DatabaseOutcome =
  | ({ readonly name: string; readonly outcome: "done"; readonly milliseconds: number } & RunResult)
  | { readonly name: string; readonly outcome: "failed"; readonly milliseconds: number; readonly errors: readonly GravenError[] }
  /** It was not begun, as another one had failed or the run was stopped. */
  | { readonly name: string; readonly outcome: "skipped" };

/** Runs one history on many databases, each with its own lock and its own rows. What fails is told beside what is done. */
export async function runMany(databases: readonly NamedContext[], direction: Direction, { concurrency = 1, onFailure = "stop", ...options }: ManyOptions): Promise<readonly DatabaseOutcome[]> {
  const outcomes: DatabaseOutcome[] = databases.map(({ name }) => ({ name, outcome: "skipped" }));
  let next = 0;
  let isStopped = false;
  const work = async () => {
    for (let at = next++; at < databases.length; at = next++) {
      const { name, context } = databases[at]!;
      if (isStopped || context.signal?.aborted) continue;
      const started = performance.now();
      try {
        const result = await { upgrade, downgrade }[direction](context, options);
        outcomes[at] = { name, outcome: "done", milliseconds: performance.now() - started, ...result };
      } catch (error) {
        outcomes[at] = { name, outcome: "failed", milliseconds: performance.now() - started, errors: error instanceof GravenErrors ? error.errors : [error instanceof GravenError ? error : new GravenError("GEN-000", messageOf(error), { cause: error })] };
        isStopped = onFailure === "stop";
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, databases.length)) }, work));
  return outcomes;
}
