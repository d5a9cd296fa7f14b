import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testNames } from "../../src/commands/test-options.ts";
import { scratch, testsText, writeProject } from "./project.ts";
import { dataProjects } from "./projects/data.ts";
import { historyProjects } from "./projects/history.ts";
import { runners, writeTestFile, type Report } from "./run.ts";

const projects = [...historyProjects, ...dataProjects];
const folder = join(scratch, "projects");

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../.ci/build.mjs", import.meta.url))]);
  mkdirSync(folder, { recursive: true });
  const blocks = await Promise.all(projects.map(async (project) => testsText(project, await writeProject(project))));
  writeTestFile(folder, "all.test.mjs", blocks.join("\n"));
  writeFileSync(join(folder, "vitest.config.mjs"), 'export default { test: { include: ["**/*.test.mjs"] } };\n');
}, 240_000);
if (!process.env["GRAVEN_KEEP_SCRATCH"]) afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const only = process.env["GRAVEN_HARNESS_RUNNER"];
for (const [runner, run] of Object.entries(runners)) {
  if (only !== undefined && only !== runner) continue;
  describe(`judged in ${runner}`, () => {
    let report: Report;
    beforeAll(async () => {
      report = await run(folder, "all.test.mjs");
    }, 600_000);

    test("every project ran, and the process tells that some failed", () => {
      expect(report.code).toBe(1);
      expect([...new Set(report.tests.map(({ path }) => path[0]))].sort()).toEqual(projects.map(({ name }) => name).sort());
    });

    for (const project of projects) {
      test(project.name, () => {
        const own = report.tests.filter(({ path }) => path[0] === project.name);
        const nameOf = (path: readonly string[]) => path.at(-1)!.split(":")[0]!;
        const fails = project.fails ?? {};
        const isNamed = (path: readonly string[], key: string) => key === nameOf(path) || key === `${path.at(-2)}: ${nameOf(path)}`;
        // All at once, so that a wrong judgement shows its message.
        expect(own.filter(({ path, status }) => (status === "failed") !== Object.keys(fails).some((key) => isNamed(path, key))).map(({ path, status, message }) => `${nameOf(path)} ${status}: ${message}`)).toEqual([]);
        for (const [name, message] of Object.entries(fails)) {
          const found = own.filter(({ path }) => isNamed(path, name));
          expect(found.map((each) => each.message)).toEqual([expect.stringMatching(message)]);
        }
        // Of one suite: in the order in which they are listed.
        if (new Set(own.map(({ path }) => path.at(-2))).size === 1) expect(own.map(({ path }) => nameOf(path))).toEqual(testNames.filter((name) => own.some(({ path }) => nameOf(path) === name)));
        if (project.count !== undefined) expect(own).toHaveLength(project.count);
        for (const warning of project.warns ?? []) expect(report.told).toMatch(warning);
      });
    }
  });
}
