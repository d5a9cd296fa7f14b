import { placeOf, traceCall } from "../base/trace.ts";
import type { TestOptions } from "../commands/test-options.ts";
import { checkedTestOptions } from "../commands/test-options.ts";
import { wantedNames, type WantedTest } from "./catalogue-of-tests.ts";
import { loadCore } from "./load-core.ts";
import type { TypedTestOptions } from "./revision-rows.ts";
import type { ProjectToTest, TestSession } from "./session.ts";
import { presentTestRunner, type Telling } from "./test-runner.ts";

/**
 * Declares the built-in tests of a project's revisions, in vitest, jest or Node's own test runner, whichever runs the file.
 * Throws TST-001 and TST-002 for options that are none.
 * @example revisionTests({ config: "./graven.config.ts", fakeRows: 20 });
 */
export function revisionTests<const Before = unknown, const At = unknown, const After = unknown, const Down = unknown, const AfterDown = unknown>(given: TypedTestOptions<Before, At, After, Down, AfterDown> & ProjectToTest = {}): void {
  const options = given as TestOptions & ProjectToTest;
  const { config: _, folder: __, url, ...test } = options;
  checkedTestOptions(test);
  const caller = placeOf(traceCall(revisionTests))?.file;
  const runner = presentTestRunner();
  const wanted = wantedNames(options);
  const databases = url === undefined && options.databases !== undefined ? [options.databases].flat() : [];

  let opened: Promise<TestSession> | undefined;
  const session = () => (opened ??= openSession(options, caller));
  const declare = ({ name, title }: WantedTest, engine?: number) =>
    runner.test(`${name}: ${title}`, async (telling) => settle(await (await session()).run(name, engine), telling));

  const named = typeof options.config === "string" ? ` of ${options.config}` : "";
  runner.describe(`revisions${named}`, () => {
    runner.afterAll(async () => {
      // Opening may have failed, which the tests told; and nobody may have asked.
      await (await opened?.catch(() => undefined))?.close();
    });
    for (const each of wanted) if (each.scope === "project" || databases.length < 2) declare(each);
    if (databases.length < 2) return;
    databases.forEach((database, at) => {
      const title = typeof database === "string" ? /^[a-z0-9]+/i.exec(database)![0] : (database.title ?? database.dialect ?? "kysely");
      runner.describe(`on ${title}`, () => {
        for (const each of wanted) if (each.scope === "database") declare(each, at);
      });
    });
  });
}

async function openSession(options: TestOptions & ProjectToTest, caller: string | undefined): Promise<TestSession> {
  const { TestSession: Session, faultOf } = await loadCore();
  try {
    return await Session.open(options, caller);
  } catch (error) {
    throw new Error(faultOf(error), { cause: error });
  }
}

/** Ends a test as its outcome says, with errors of the runner's own realm. */
function settle({ fault, skipped, warnings }: { readonly fault?: string; readonly skipped?: string; readonly warnings: readonly string[] }, { warn, skip }: Telling): void {
  for (const warning of warnings) warn(warning);
  if (fault !== undefined) throw withoutStack(new Error(fault));
  if (skipped !== undefined) skip(skipped);
}

/** The stack would point into graven; the text says which file to open. */
function withoutStack(error: Error): Error {
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
