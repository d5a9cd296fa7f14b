import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectContext } from "../../src/index.ts";
import { createRunner, testRevisions, type TestOptions } from "../../src/testing/index.ts";
import { revisionFile, writeProject, type JudgedProject } from "../harness/project.ts";
import { databaseKinds, serverUrl, unavailable, type DatabaseKind } from "../support/databases.ts";

// What a person may give that is wrong, and what is said of it.

const scratch = fileURLToPath(new URL("faults/scratch/", import.meta.url));
let base: string;
beforeAll(() => {
  mkdirSync(scratch, { recursive: true });
  base = mkdtempSync(scratch);
});
afterAll(() => rmSync(dirname(scratch), { recursive: true, force: true }));

const foo = revisionFile({ id: "aaaa0001", upgrade: 'op.createTable("foo", { id: integer().primaryKey(), name: varchar(40).notNull() });', downgrade: 'op.dropTable("foo");' });
const second = (upgrade: string, downgrade = "") => revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade, downgrade });
let count = 0;
const written = (project: Partial<JudgedProject>) => writeProject({ name: `project ${count++}`, revisions: [foo], ...project }, base);
/** The faults of the tests that are included, by default of `upgrade` alone. */
async function faultsOf(project: Partial<JudgedProject>, options: TestOptions): Promise<string> {
  const { tests } = await testRevisions(projectContext({ folder: await written(project) }), { include: ["upgrade"], ...options });
  return tests.map(({ fault }) => fault ?? "none").join("\n\n");
}

describe("options", () => {
  test("an unknown key is refused with the nearest, a value of the wrong kind with what it should be", async () => {
    const folder = await written({});
    await expect(createRunner({ folder, fakeRow: 3 } as never)).rejects.toMatchObject({ code: "TST-001", message: 'The test options have the unknown key "fakeRow".', hint: 'Did you mean "fakeRows"?' });
    await expect(createRunner({ folder, timeout: "long" as never })).rejects.toMatchObject({ code: "TST-001", message: '"timeout" of the test options should be a number of milliseconds.' });
    await expect(createRunner({ folder, atRevisionData: [] as never })).rejects.toMatchObject({ code: "TST-001" });
  });

  test("a test that is none is refused, sorted, with the nearest", async () => {
    const folder = await written({});
    await expect(testRevisions(projectContext({ folder }), { include: ["upgrades", "foo"] as never })).rejects.toMatchObject({ code: "TST-002", message: '"include" of the test options names tests that are none: foo, upgrades.' });
    await expect(testRevisions(projectContext({ folder }), { exclude: ["upgrades"] as never })).rejects.toMatchObject({ code: "TST-002", hint: 'Did you mean "upgrade"?' });
  });

  test("in the config they are checked as well, with its place", async () => {
    const folder = await written({});
    const config = { models: "./models.ts", url: "sqlite:", test: { fakeRow: 3 } };
    await expect(testRevisions(projectContext({ folder, config: config as never }))).rejects.toMatchObject({ code: "TST-001" });
  });
});

describe("test data", () => {
  test("a row that names no table is shown", async () => {
    expect(await faultsOf({}, { atRevisionData: { aaaa0001: { id: 1, name: "a" } as never } })).toMatch(/^TST-004 {2}Row 1 of atRevisionData of "aaaa0001" names no table: \{"id":1,"name":"a"\}\nName it in the row/);
  });

  test("a function that throws is told with its revision", async () => {
    const broken = () => {
      throw new Error("no rows today");
    };
    expect(await faultsOf({}, { atRevisionData: { aaaa: broken } })).toMatch(/^TST-011 {2}The function for atRevisionData of "aaaa0001" throws: no rows today/);
  });

  test("a function that never ends is given up, with its revision", async () => {
    expect(await faultsOf({ revisions: [foo, second("")] }, { beforeRevisionData: { aaaa0002: () => new Promise(() => {}) }, timeout: 300 })).toMatch(/TST-010 {2}The function for beforeRevisionData of "aaaa0002" has not ended within 0\.3 seconds\./);
    expect(await faultsOf({ revisions: [foo, second("")] }, { afterRevisionData: { aaaa0002: () => new Promise(() => {}) }, timeout: 300 })).toMatch(/TST-010 {2}A function that expects something after the upgrade to revision "aaaa0002" has not ended within 0\.3 seconds\./);
  });

  test("made-up rows that the database refuses are told with its words", async () => {
    const guard = "CREATE TRIGGER guard BEFORE INSERT ON foo BEGIN SELECT RAISE(ABORT, 'nobody enters'); END";
    expect(await faultsOf({ revisions: [foo, second(`op.execute(${JSON.stringify(guard)});`), revisionFile({ id: "aaaa0003", down: "aaaa0002", upgrade: "op.execute(\"DELETE FROM foo\");" }), revisionFile({ id: "aaaa0004", down: "aaaa0003" })] }, { fakeRows: 2 })).toMatch(/^TST-012 {2}The made-up rows before revision "aaaa0004" are refused: [\s\S]*nobody enters\nLeave the table out with fakeRows/);
  });
});

describe("model files that are imported in a process of their own", () => {
  const models = 'import { integer, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: varchar(40).notNull() });\n';
  const beside = (text: string): Partial<JudgedProject> => ({ models, files: { "more.ts": `import { table } from "graven/models";\nvoid table;\n${text}\n` } });

  test("one that ends the process is told with its exit code", async () => {
    expect(await faultsOf(beside("process.exit(3);"), { include: ["modelsRegistered"] })).toMatch(/^TST-015 {2}The process that imports the model files ended with exit code 3: [\s\S]*Does a model file end the process/);
  });

  test("one that never ends is given up", async () => {
    expect(await faultsOf(beside("await new Promise(() => setInterval(() => {}, 1000));"), { include: ["modelsRegistered"], timeout: 700 })).toMatch(/^TST-010 {2}Importing the model files has not ended within 0\.7 seconds\./);
  });
});

const urls: Readonly<Record<DatabaseKind, () => string>> = { sqlite: () => "sqlite:", pglite: () => "pglite:", postgres: () => serverUrl("postgres"), mariadb: () => serverUrl("mariadb") };
const words: Readonly<Record<DatabaseKind, string>> = { sqlite: "NOT NULL constraint failed: foo\\.name", pglite: 'null value in column "name" of relation "foo" violates not-null constraint', postgres: 'null value in column "name" of relation "foo" violates not-null constraint', mariadb: "Column 'name' cannot be null" };

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);
  test.skipIf(reason !== undefined)(`a row that violates a constraint of ${kind} is told with its revision, its table and the server's words${reason === undefined ? "" : ` (skipped: ${reason})`}`, async () => {
    expect(await faultsOf({}, { databases: urls[kind](), atRevisionData: { aaaa0001: [{ __tablename__: "foo", id: 1, name: "a" }, { __tablename__: "foo", id: 2, name: null }] } })).toMatch(new RegExp(`^TST-007 {2}Row 2 of atRevisionData of "aaaa0001" is refused by table "foo": .*${words[kind]}.*\\n\\{"id":2,"name":null\\}`));
  });
}
