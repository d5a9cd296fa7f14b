import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { projectContext, snapshot } from "../../src/index.ts";
import { createRunner, type Runner } from "../../src/testing/index.ts";
import { declarationOf } from "../../src/models/table.ts";
import { revisionFile } from "../harness/project.ts";
import { databaseKinds, serverUrl, unavailable, type DatabaseKind } from "../support/databases.ts";

let folder: string;
let runner: Runner | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "graven-runner-"));
  await write({
    "graven.config.ts": 'export default { models: "./models.ts", url: "sqlite:dev.db" };\n',
    "models.ts": 'import { integer, table, text } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: text().notNull(), left: integer(), right: integer() });\n',
    "migrations/aaaa0001.ts": revisionFile({ id: "aaaa0001", upgrade: 'op.createTable("foo", { id: integer().primaryKey(), name: text().notNull() });', downgrade: 'op.dropTable("foo");' }),
    "migrations/bbbb0001.ts": revisionFile({ id: "bbbb0001", down: "aaaa0001", upgrade: 'op.addColumn("foo", "left", integer());', downgrade: 'op.dropColumn("foo", "left");', labels: ["left"] }),
    "migrations/cccc0001.ts": revisionFile({ id: "cccc0001", down: "aaaa0001", upgrade: 'op.addColumn("foo", "right", integer());', downgrade: 'op.dropColumn("foo", "right");', labels: ["right"] }),
    "migrations/dddd0001.ts": revisionFile({ id: "dddd0001", down: ["bbbb0001", "cccc0001"], upgrade: "op.execute(\"UPDATE foo SET name = 'merged'\");" }),
  });
  await snapshot(projectContext({ folder }));
}, 120_000);
afterEach(async () => {
  await runner?.close();
  runner = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>, into = folder): Promise<void> {
  const { mkdirSync } = await import("node:fs");
  mkdirSync(join(into, "migrations"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(into, path), text);
}

const open = async (options: Parameters<typeof createRunner>[0] = {}) => (runner = await createRunner({ folder, ...options }));

test("the runner goes up and down, by targets, to before revisions, and one at a time", async () => {
  const { heads, history, ...rest } = await open();
  void rest;
  expect(heads).toEqual(["dddd0001"]);
  expect(history.revisions).toEqual(["base", "aaaa0001", "bbbb0001", "cccc0001", "dddd0001"]);
  expect(runner!.current).toEqual([]);
  expect(await runner!.migrateUpOne()).toBe("aaaa0001");
  expect(await runner!.migrateUpBefore("dddd")).toEqual(["bbbb0001", "cccc0001"]);
  expect(await runner!.migrateUpTo("heads")).toEqual(["dddd0001"]);
  expect(await runner!.migrateUpOne()).toBeUndefined();
  expect(await runner!.migrateDownBefore("aaaa0001")).toEqual(["bbbb0001", "cccc0001"]);
  expect(await runner!.migrateDownOne()).toBe("cccc0001");
  expect(await runner!.migrateDownTo("base")).toEqual([]);
  expect(await runner!.migrateDownOne()).toBeUndefined();
});

test("before a revision on a branch means before it on that branch", async () => {
  await open();
  expect(await runner!.migrateUpBefore("right")).toEqual(["aaaa0001"]);
  expect(await runner!.migrateUpTo("right")).toEqual(["cccc0001"]);
  expect(await runner!.migrateUpTo("left@head")).toEqual(["dddd0001"]);
});

test("managed runs tell of each step, and a round trip ends where it began", async () => {
  await open();
  const steps: string[] = [];
  await runner!.managedUpgrade("heads", (id) => steps.push(id));
  await runner!.managedDowngrade("aaaa0001", (id) => steps.push(`-${id}`));
  expect(steps).toEqual(["aaaa0001", "bbbb0001", "cccc0001", "dddd0001", "-dddd0001", "-cccc0001", "-bbbb0001"]);
  expect(await runner!.roundtripNextRevision()).toBe("bbbb0001");
  expect(runner!.current).toEqual(["bbbb0001"]);
});

test("the history is one line, with neighbours, ranges and windows", async () => {
  const { history } = await open();
  expect(history.previous("aaaa0001")).toBe("base");
  expect(history.next("right")).toBe("dddd0001");
  expect(history.range("aaaa", "cccc")).toEqual(["aaaa0001", "bbbb0001", "cccc0001"]);
  expect(history.window("base", "bbbb0001")).toEqual([["base", "aaaa0001"], ["aaaa0001", "bbbb0001"]]);
  expect(() => history.next("heads")).toThrow(expect.objectContaining({ code: "TST-013" }));
  expect(() => history.previous("base")).toThrow(expect.objectContaining({ code: "TST-013" }));
});

test("rows are inserted into tables as they stand, and read with Kysely", async () => {
  await open();
  await runner!.migrateUpTo("aaaa0001");
  await runner!.insertInto("foo", [{ id: 1, name: "ann" }, { id: 2, name: "bob" }], "aaaa0001");
  await runner!.migrateUpTo("heads");
  expect(await runner!.db.selectFrom("foo").selectAll().orderBy("id").execute()).toEqual([{ id: 1, name: "merged", left: null, right: null }, { id: 2, name: "merged", left: null, right: null }]);
  await expect(runner!.insertInto("foo", { id: 3, name: "x" }, "aaaa0001")).rejects.toMatchObject({ code: "TST-014", message: "The database stands at dddd0001, and not at aaaa0001." });
  await expect(runner!.insertInto("fo", { id: 3 })).rejects.toMatchObject({ code: "TST-005", hint: 'Did you mean "foo"?' });
  await expect(runner!.insertInto("foo", { id: 3, nme: "x" })).rejects.toMatchObject({ code: "TST-006", hint: 'Did you mean "name"?' });
  await expect(runner!.insertInto("foo", { id: 1, name: "twice" })).rejects.toMatchObject({ code: "TST-007" });
  expect(await runner!.db.selectFrom("foo").select("id").execute()).toHaveLength(2);
});

test("the stub of a table has the columns of its revision", async () => {
  await open();
  const names = (stub: Parameters<typeof declarationOf>[0]) => declarationOf(stub).columns.map(({ name }) => name);
  expect(names(await runner!.tableAtRevision("foo", "aaaa0001"))).toEqual(["id", "name"]);
  expect(names(await runner!.tableAtRevision("foo", "heads"))).toEqual(["id", "name", "left", "right"]);
  await expect(runner!.tableAtRevision("foo")).rejects.toMatchObject({ code: "TST-005", message: 'Table "foo" does not stand where the database stands.' });
  await runner!.migrateUpOne();
  const stub = await runner!.tableAtRevision("foo");
  await runner!.insertInto(stub, { id: 1, name: "by stub" });
  expect(await runner!.dbAt("aaaa0001").selectFrom("foo").select("name").execute()).toEqual([{ name: "by stub" }]);
  expect(() => runner!.dbAt("heads")).toThrow(expect.objectContaining({ code: "TST-014" }));
});

test("a revision is generated and not written, a stamp runs nothing, and commands run on the database", async () => {
  await open();
  const before = readdirSync(join(folder, "migrations"));
  const generated = await runner!.generateRevision({ autogenerate: true, message: "none" });
  expect(generated.operations).toEqual([]);
  const empty = await runner!.generateRevision({ message: "by hand", revisionId: "eeee0001" });
  expect(empty.source).toContain('export const downRevision = "dddd0001";');
  expect(readdirSync(join(folder, "migrations"))).toEqual(before);

  await runner!.setRevision("aaaa0001");
  expect(runner!.current).toEqual(["aaaa0001"]);
  await expect(runner!.db.selectFrom("foo").selectAll().execute()).rejects.toThrow(/no such table/);
  await runner!.setRevision("base");
  const { revisions } = await runner!.rawCommand("upgrade", { target: "heads" });
  expect(revisions).toHaveLength(4);
  expect(runner!.current).toEqual(["dddd0001"]);
  const { sql: script } = await runner!.rawCommand("downgrade", { target: "head:base", sql: true });
  expect(script).toContain('DROP TABLE "foo"');
  expect(await runner!.compareWithModels()).toEqual([]);
  await sql`ALTER TABLE foo ADD COLUMN more integer`.execute(runner!.db);
  expect(await runner!.compareWithModels()).toEqual(["on the database: drop column foo.more"]);
});

test("a file that is written later is seen after refreshHistory", async () => {
  await open();
  writeFileSync(join(folder, "migrations/eeee0001.ts"), revisionFile({ id: "eeee0001", down: "dddd0001" }));
  try {
    expect(runner!.heads).toEqual(["dddd0001"]);
    expect((await runner!.refreshHistory()).revisions.at(-1)).toBe("eeee0001");
  } finally {
    rmSync(join(folder, "migrations/eeee0001.ts"));
  }
});

test("a database that is not empty is refused, with its tables", async () => {
  const { default: Database } = await import("better-sqlite3");
  const file = join(folder, "full.db");
  new Database(file).exec("CREATE TABLE precious (id INTEGER); CREATE TABLE rows (id INTEGER)").close();
  await expect(open({ databases: `sqlite:${file}` })).rejects.toMatchObject({ code: "TST-009", message: 'The database for the tests (sqlite) is not empty: it has the tables "precious" and "rows".' });
  expect(existsSync(file)).toBe(true);
});

test("a database that cannot be reached, or is on another machine without being named, is refused", async () => {
  await expect(open({ databases: "postgres://127.0.0.1:1/none" })).rejects.toMatchObject({ code: "DRV-003" });
  await expect(open({ config: { models: "./models.ts", url: "postgres://db.example.com/shop" } })).rejects.toMatchObject({ code: "TST-008" });
  await expect(open({ config: { models: "./models.ts", dialect: "sqlite" } })).rejects.toMatchObject({ code: "TST-008" });
  await expect(open({ databases: [] })).rejects.toMatchObject({ code: "TST-008" });
});

test("a Kysely dialect of the project's own is used where it leads to an empty database", async () => {
  const { default: Database } = await import("better-sqlite3");
  const { SqliteDialect } = await import("kysely");
  await open({ database: { kysely: () => new SqliteDialect({ database: new Database(":memory:") }) } });
  expect(await runner!.migrateUpTo("heads")).toEqual(["dddd0001"]);
  await runner!.close();
  const shared = new Database(":memory:");
  shared.exec("CREATE TABLE left_over (id INTEGER)");
  await expect(open({ database: { kysely: () => new SqliteDialect({ database: shared }) } })).rejects.toMatchObject({ code: "TST-009" });
});

test("a test for each of many revisions costs about one upgrade each, as what was reached is not run again", async () => {
  const revisions = 12;
  const long = mkdtempSync(join(tmpdir(), "graven-runner-long-"));
  const id = (at: number) => `aaaa${String(at).padStart(4, "0")}`;
  const calls: { count: number } = ((globalThis as { gravenCalls?: { count: number } }).gravenCalls = { count: 0 });
  try {
    await write({ "graven.config.ts": 'export default { models: "./models.ts", url: "sqlite:dev.db" };\n', "models.ts": 'import "graven/models";\n' }, long);
    // Each takes its time, so that keeping a state is worth it.
    for (let at = 1; at <= revisions; at++) await write({ [`migrations/${id(at)}.ts`]: revisionFile({ id: id(at), down: at === 1 ? null : id(at - 1), upgrade: `op.createTable("t${at}", { id: integer().primaryKey() });\nop.run(async () => { (globalThis as any).gravenCalls.count++; await new Promise((resolve) => setTimeout(resolve, 40)); });`, downgrade: `op.dropTable("t${at}");` }) }, long);
    await snapshot(projectContext({ folder: long }));
    await open({ folder: long });
    for (let at = 1; at <= revisions; at++) {
      await runner!.restart();
      expect(await runner!.migrateUpTo(id(at))).toEqual([id(at)]);
      expect(await runner!.db.selectFrom(`t${at}`).selectAll().execute()).toEqual([]);
    }
    // All over again it would be 78.
    expect(calls.count).toBeGreaterThanOrEqual(revisions);
    expect(calls.count).toBeLessThan(revisions * 3);
  } finally {
    await runner?.close();
    rmSync(long, { recursive: true });
  }
});

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    test("begins again from copies of what was reached, and rows of one test are not there in the next", { timeout: 240_000 }, async () => {
      await open({ databases: scratchUrls[kind](), atRevisionData: { aaaa0001: { __tablename__: "foo", id: 1, name: "given" } } });
      await runner!.migrateUpBefore("dddd0001");
      await runner!.insertInto("foo", { id: 2, name: "of the first test" });
      for (const target of ["dddd0001", "cccc0001", "dddd0001"]) {
        await runner!.restart();
        expect(runner!.current).toEqual([]);
        await runner!.migrateUpTo(target);
        expect((await runner!.db.selectFrom("foo").select("id").execute()).map(({ id }) => Number(id))).toEqual([1]);
      }
      expect(await runner!.compareWithModels()).toEqual([]);
    });
  });
}

const scratchUrls: Readonly<Record<DatabaseKind, () => string>> = {
  sqlite: () => "sqlite:",
  pglite: () => "pglite:",
  postgres: () => serverUrl("postgres"),
  mariadb: () => serverUrl("mariadb"),
};
