import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { check } from "../../src/commands/check.ts";
import { revision } from "../../src/commands/revision.ts";
import { upgrade } from "../../src/commands/run.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { makeProject, type MadeProject } from "../support/project.ts";

let project: MadeProject | undefined;
afterEach(() => project?.remove());

const models = `import { index, integer, table, text } from "graven/models";
export const job = table("job", { id: integer().primaryKey(), title: text() }, (t) => [index("ix_job_title").on(t.title)]);
export const cache = table("ext_cache", { id: integer().primaryKey() });
`;

test("include leaves objects alone, a comparator adds what graven does not compare, rewrite changes what is written", async () => {
  project = await makeProject(
    [],
    `{
      include: ({ kind, name }) => !(kind === "table" && name.startsWith("ext_")),
      comparators: [(before, after) => (!before.tables.job && after.tables.job ? [{ kind: "execute", statements: [{ sql: "CREATE VIEW titles AS SELECT title FROM job" }] }] : [])],
      rewrite: (operations) => operations.map((operation) => (operation.kind === "createTable" ? { ...operation, table: { ...operation.table, indexes: [] } } : operation)),
    }`,
  );
  project.write("models.ts", models);
  const { file, operations } = await revision(project.context(), { autogenerate: true, message: "one", revisionId: "a1" });
  expect(operations).toEqual(["create table job", "execute CREATE VIEW titles AS SELECT title FROM job"]);
  const text = readFileSync(file!, "utf8");
  expect(text).not.toContain("ext_cache");
  expect(text).not.toContain("ix_job_title");
  await upgrade(project.context());
  const connection = await openDatabase({ url: `sqlite:${join(project.folder, "dev.db")}` });
  await connection.execute("CREATE TABLE ext_cache (id integer)");
  expect(await connection.query("SELECT title FROM titles")).toEqual([]);
  await connection.close();
  // The index that was rewritten away is a difference, which the next revision would bring; the rest agrees.
  expect((await check(project.context())).changes).toEqual(["create index ix_job_title on job"]);
});

test("a rewrite that leaves operations out keeps gen check content with that", async () => {
  project = await makeProject([], '{ rewrite: (operations) => operations.filter(({ kind }) => kind !== "dropTable") }');
  project.write("models.ts", models);
  await revision(project.context(), { autogenerate: true, message: "one", revisionId: "a1" });
  project.write("models.ts", models.replace(/export const cache.*\n/, ""));
  const other = project.context();
  expect(await check(other)).toMatchObject({ findings: [], changes: [] });
  expect(await revision(other, { autogenerate: true, message: "two" })).toMatchObject({ operations: [] });
});

test.each([
  ['{ comparators: [() => { throw new Error("boom"); }] }', "`comparators` of the config throws: boom"],
  ['{ comparators: [() => [{ kind: "nonsense" }]] }', "`comparators` of the config should give a list of operations."],
  ["{ rewrite: () => undefined }", "`rewrite` of the config should give a list of operations."],
  ['{ include: () => { throw new Error("boom"); } }', "`include` of the config throws: boom"],
])("%s is told as a fault of the config, with its place where it throws", async (config, message) => {
  project = await makeProject([], config);
  project.write("models.ts", models);
  const place = message.includes("throws") ? { file: join(project.folder, "graven.config.ts"), line: 1 } : undefined;
  await expect(revision(project.context(), { autogenerate: true })).rejects.toMatchObject({ code: "CFG-010", message, ...(place && { place }) });
});

test("lists that name nothing are the same as none", async () => {
  project = await makeProject([], "{ postWrite: [], confirmed: [], revisionImports: [], online: [] }");
  expect(await revision(project.context(), { message: "one", revisionId: "a1" })).toMatchObject({ revision: "a1" });
});

const rule = (own: string) => `{ review: { ownRules: [{ code: "own", severity: "warn", dialects: ["sqlite"], title: "A table", why: "Ours.", bad: [], good: [], ${own} }] } }`;
test.each([
  [rule('onNewTables: true, operation: { createTable: () => { throw new Error("boom"); } }'), { code: "RVW-007", message: 'The rule "own" throws: boom', place: { line: 1 } }],
  [rule('severity: "loud", dialects: "sqlite"'), { code: "RVW-002", message: 'The rule "own" in ownRules lacks its severity, dialects, or has another kind of value there.' }],
  [rule('code: "drop-column"'), { code: "RVW-002", message: 'The rule "drop-column" in ownRules has the code of a rule of graven\'s.' }],
])("a rule of the project's own that cannot be asked is told: %s", async (config, expected) => {
  project = await makeProject([], config);
  project.write("models.ts", models);
  await expect(revision(project.context(), { autogenerate: true })).rejects.toMatchObject(expected);
});
