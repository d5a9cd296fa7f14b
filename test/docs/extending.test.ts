import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { check, downgrade, revision, upgrade } from "../../src/index.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";
import { makeProject, root, type MadeProject } from "../support/project.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const page = readFileSync(join(root, "docs/guides/extending.md"), "utf8");
const models = 'import { integer, table, text } from "graven/models";\nexport const job = table("job", { id: integer().primaryKey(), title: text() });\nexport const cache = table("ext_cache", { id: integer().primaryKey() });\n';

/** The project of the page: its files under the names in their first lines, and its package.json. */
async function projectOfPage(role = "reports"): Promise<MadeProject> {
  const made = await makeProject([]);
  // The config that was made beside it is loaded already, and is not read again in this process.
  const project: MadeProject = { ...made, context: (options) => made.context({ config: "page.config.ts", ...options }) };
  cleanups.push(() => project.remove());
  for (const [, name, text] of page.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)) project.write(name!.replace("graven.config", "page.config"), text!.replace('role: "reports"', `role: "${role}"`));
  project.write("package.json", /^```json\n([\s\S]*?)^```$/m.exec(page)![1]!);
  project.write("src/models.ts", models);
  execFileSync("git", ["init", "-q"], { cwd: project.folder });
  return project;
}

test("the config of the page writes what the page says, and its own comparator, rewriting and template hold from then on", async () => {
  const project = await projectOfPage();
  const { file, operations } = await revision(project.context(), { autogenerate: true, message: "jobs", revisionId: "a1" });
  expect(operations).toEqual(["create table job", "let reports read job"]);
  const text = readFileSync(file!, "utf8");
  expect(text.slice(text.indexOf("import"))).toMatchInlineSnapshot(`
    "import { integer, table, text, type Operations, type RevisionContext } from "graven/revision";
    import { grantRead, revokeRead } from "#operations";

    export const revision = "a1";
    export const downRevision = null;
    export const branchLabels: string[] = [];
    export const dependsOn: string[] = [];

    // Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
    const job = table("job", { id: integer().primaryKey(), title: text() });

    export function upgrade(op: Operations, { args }: RevisionContext) {
      if (args["memory"] === "large") op.execute("SET LOCAL work_mem = '256MB'");

      op.createTable(job);
      op.own(grantRead, { table: "job", role: "reports" });
    }

    export function downgrade(op: Operations) {
      op.own(revokeRead, { table: "job", role: "reports" });
      op.dropTable("job");
    }
    "
  `);
  expect(execFileSync("git", ["diff", "--cached", "--name-only"], { cwd: project.folder, encoding: "utf8" })).toBe("migrations/a1_jobs.ts\n");
  // What the page's fragment shows stands in the file.
  const shown = /^```ts fragment\n([\s\S]*?)^```$/m.exec(page)![1]!;
  for (const line of shown.split("\n").filter((each) => /^ {2}op\.|#operations/.test(each))) expect(text).toContain(line);

  expect(await check(project.context())).toMatchObject({ findings: [], changes: [] });
  expect(await upgrade(project.context())).toEqual({ revisions: ["a1"], heads: ["a1"] });
  project.write("src/models.ts", "export {};\n");
  expect(await revision(project.context(), { autogenerate: true, message: "gone", allowEmpty: true })).toMatchObject({ operations: [] });
});

test("-x reaches the template's line, and an operation of one's own stands in offline SQL, each on its database", async () => {
  const project = await projectOfPage();
  await revision(project.context(), { autogenerate: true, message: "jobs", revisionId: "a1" });
  const sqlOf = async (run: typeof upgrade, url: string, args: Record<string, string> = {}) => (await run(project.context({ url, args }), { sql: true, target: run === upgrade ? "head" : "head:base" })).sql!;
  const up = await sqlOf(upgrade, "postgres:///offline", { memory: "large" });
  expect(up).toContain("SET LOCAL work_mem = '256MB'");
  expect(up).toContain("-- let reports read job\nGRANT SELECT ON job TO reports;");
  expect(await sqlOf(upgrade, "postgres:///offline")).not.toContain("work_mem");
  expect(await sqlOf(downgrade, "mariadb:///offline")).toContain("REVOKE SELECT ON job FROM reports;");
  expect(await sqlOf(upgrade, "sqlite:offline.db")).not.toContain("GRANT");
});

const noPostgres = await unavailable("postgres");
test.skipIf(noPostgres !== undefined)(`an operation of one's own runs and is undone${noPostgres === undefined ? "" : ` (skipped: ${noPostgres})`}`, async () => {
  const database = await openTestDatabase("postgres");
  cleanups.push(() => database.close());
  const project = await projectOfPage("PUBLIC");
  await revision(project.context(), { autogenerate: true, message: "jobs", revisionId: "a1" });
  const context = project.context({ url: database.url! });
  await upgrade(context);
  const connection = await openDatabase({ url: database.url! });
  cleanups.push(() => connection.close());
  expect(await connection.query("SELECT relacl::text AS granted FROM pg_class WHERE relname = 'job'")).toEqual([{ granted: expect.stringContaining("=r/") }]);
  expect(await downgrade(context)).toEqual({ revisions: ["a1"], heads: [] });
  expect(await connection.hasTable("job")).toBe(false);
});
