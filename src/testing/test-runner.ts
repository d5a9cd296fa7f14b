import { createRequire } from "node:module";
import type * as NodeTest from "node:test";

/** What a test may say beside that it ended. */
export interface Telling {
  readonly warn: (message: string) => void;
  readonly skip: (reason: string) => void;
}

/** What is used of a test runner. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: (telling: Telling) => Promise<void>) => void;
  readonly afterAll: (body: () => Promise<void>) => void;
}

/** Tests have limits of their own, which name the revision; the runner's, of some seconds, would cut them off. */
const NO_LIMIT = 2 ** 31 - 1;

interface GlobalRunner {
  readonly describe: (name: string, body: () => void) => void;
  readonly test?: GlobalTest;
  readonly it?: GlobalTest;
  readonly afterAll?: (body: () => Promise<void>, limit?: number) => void;
  /** Mocha's word for it. */
  readonly after?: (body: () => Promise<void>) => void;
}

type GlobalTest = (name: string, body: (this: unknown, context?: { readonly skip?: (reason?: string) => void }) => Promise<void>, limit?: number) => void;

/** The test runner that runs the present file: vitest, one with global functions such as jest, or Node's own. */
export function presentTestRunner(): TestRunner {
  const scope = globalThis as typeof globalThis & Partial<GlobalRunner> & { readonly __vitest_index__?: GlobalRunner };
  const vitest = scope.__vitest_index__;
  if (vitest) return withFunctions(vitest);
  if (typeof scope.describe === "function" && (typeof scope.test === "function" || typeof scope.it === "function")) return withFunctions(scope as GlobalRunner);
  return nodeRunner();
}

function withFunctions(runner: GlobalRunner): TestRunner {
  const test = (runner.test ?? runner.it)!;
  return {
    describe: (name, body) => runner.describe(name, body),
    // A body of no declared parameter, as jest and mocha take one for a callback; vitest hands its context over all the same.
    test: (name, body) =>
      test(
        name,
        async function run(...given) {
          const context = given[0] ?? (this as { readonly skip?: (reason?: string) => void } | undefined);
          await body({ warn: warnOnConsole, skip: (reason) => context?.skip?.(reason) });
        },
        NO_LIMIT,
      ),
    afterAll: (body) => (runner.afterAll ? runner.afterAll(body, NO_LIMIT) : runner.after?.(body)),
  };
}

function nodeRunner(): TestRunner {
  const { after, describe, test } = createRequire(import.meta.url)("node:test") as typeof NodeTest;
  return {
    describe: (name, body) => void describe(name, body),
    test: (name, body) => void test(name, (context) => body({ warn: (message) => context.diagnostic(`warning: ${message}`), skip: (reason) => context.skip(reason) })),
    afterAll: (body) => after(body),
  };
}

function warnOnConsole(message: string): void {
  // A test runner shows it beside the test that it belongs to; these runners have no other way of telling.
  // oxlint-disable-next-line no-console
  console.warn(`warning: ${message}`);
}
