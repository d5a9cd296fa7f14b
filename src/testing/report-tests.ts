import type { Context } from "../commands/context.ts";
import type { TestOptions } from "../commands/test-options.ts";
import { loadCore } from "./load-core.ts";
import type { TestResult, TestResults } from "./test-revisions.ts";

/**
 * Runs the built-in tests and gives their results, for programs.
 * @example const { tests } = await testRevisions(projectContext(), { include: ["upgrade"] });
 */
export async function testRevisions(context: Context, options: TestOptions = {}, onResult?: (result: TestResult) => void): Promise<TestResults> {
  return (await loadCore()).testRevisions(context, options, onResult);
}
