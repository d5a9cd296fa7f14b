import type { Context } from "../commands/context.ts";
import type { TestName, TestOptions } from "../commands/test-options.ts";
import { TestSession } from "./session.ts";

/** How one test ended, on one database. */
export interface TestResult {
  readonly name: TestName;
  readonly title: string;
  /** Absent for tests that need none. */
  readonly database?: string;
  readonly outcome: "passed" | "failed";
  readonly fault?: string;
  readonly warnings: readonly string[];
  readonly milliseconds: number;
}

export interface TestResults {
  readonly tests: readonly TestResult[];
  readonly milliseconds: number;
}

type PlannedTest = Pick<TestResult, "name" | "title" | "database"> & { readonly engine: number | undefined };

/**
 * Runs the built-in tests without any test runner. Options given here stand before those of the config's `test`.
 * Throws what opening the project throws, and TST-001 to TST-003 and TST-008; a test that fails is a result.
 */
export async function testRevisions(context: Context, options: TestOptions = {}, onResult: (result: TestResult) => void = () => {}): Promise<TestResults> {
  const session = await TestSession.with(context, options);
  const started = performance.now();
  try {
    const tests: TestResult[] = [];
    session.begin();
    for (const { engine, ...test } of planned(session)) {
      if (context.signal?.aborted) break;
      const begun = performance.now();
      const { fault, warnings } = await session.run(test.name, engine);
      const result: TestResult = { ...test, outcome: fault === undefined ? "passed" : "failed", ...(fault !== undefined && { fault }), warnings, milliseconds: performance.now() - begun };
      tests.push(result);
      onResult(result);
    }
    return { tests, milliseconds: performance.now() - started };
  } finally {
    await session.close();
  }
}

/** The tests that would run. */
export async function listTests(context: Context, options: TestOptions = {}): Promise<readonly Pick<TestResult, "name" | "title" | "database">[]> {
  const session = await TestSession.with(context, options);
  await session.close();
  return planned(session).map(({ name, title, database }) => ({ name, title, ...(database !== undefined && { database }) }));
}

/** Tests of the project first, then those of each database together. */
function planned({ tests, engines }: TestSession): PlannedTest[] {
  const own = tests.filter(({ scope }) => scope === "project").map(({ name, title }) => ({ name, title, engine: undefined }));
  return [...own, ...engines.flatMap((engine, at) => tests.filter(({ scope }) => scope === "database").map(({ name, title }) => ({ name, title, database: engine.name, engine: at })))];
}
