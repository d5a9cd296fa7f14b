import { placeOf, traceCall } from "../base/trace.ts";
import type { TestDatabase } from "../commands/test-options.ts";
import { loadCore } from "./load-core.ts";
import type { TypedTestOptions } from "./revision-rows.ts";
import type { Runner } from "./runner.ts";
import type { ProjectToTest } from "./session.ts";

/** What `createRunner` takes. */
export type RunnerOptions<Before, At, After, Down, AfterDown> = TypedTestOptions<Before, At, After, Down, AfterDown> &
  ProjectToTest & {
    /** Where to run; the first of `databases`, or what the config leads to, by default. */
    readonly database?: TestDatabase;
  };

/**
 * A fresh database and everything to move it through the project's history, for tests of one's own. Close it at the end.
 * Throws CFG-00x, REV-0xx, TST-001 to TST-003, TST-008 and TST-009, DRV-00x.
 * @example
 * const runner = await createRunner({ config: "./graven.config.ts" });
 * await runner.migrateUpBefore("a5a9ccc4e535");
 * await runner.insertInto("foo", { id: 1, name: "foo" });
 * await runner.migrateUpOne();
 */
export async function createRunner<const Before = unknown, const At = unknown, const After = unknown, const Down = unknown, const AfterDown = unknown>(options: RunnerOptions<Before, At, After, Down, AfterDown> = {}): Promise<Runner> {
  const caller = placeOf(traceCall(createRunner))?.file;
  const { openRunner } = await loadCore();
  return openRunner(options as never, caller);
}
