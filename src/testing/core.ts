// What the entry loads when a test runs, outside any sandbox of a test runner.
import { projectContext } from "../commands/project-context.ts";
import { checkedTestOptions, type TestDatabase, type TestOptions } from "../commands/test-options.ts";
import { adopted } from "./adopt.ts";
import { enginesOf } from "./engine.ts";
import { FakeRows } from "./fake-rows.ts";
import { TestProject } from "./project.ts";
import { Runner } from "./runner.ts";
import { whereIs, type ProjectToTest } from "./session.ts";

export { faultText as faultOf } from "./built-in/index.ts";
export { TestSession } from "./session.ts";
export { testRevisions } from "./test-revisions.ts";

/** Opens a runner on the first database that the options name. */
export async function openRunner(options: TestOptions & ProjectToTest & { readonly database?: TestDatabase }, caller: string | undefined): Promise<Runner> {
  const { config, folder, url, database, ...test } = adopted(options);
  const context = projectContext({ ...whereIs(config, folder, caller), ...(url !== undefined && { url }) });
  const project = await TestProject.open(context, checkedTestOptions({ ...test, ...(database !== undefined && { databases: database }) }));
  return Runner.open(project, enginesOf(project)[0]!, FakeRows.from(project.options.fakeRows));
}
