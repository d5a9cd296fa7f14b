import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { databasesOf } from "../../src/commands/databases.ts";
import { openConfig } from "../../src/commands/project.ts";
import { runMany } from "../../src/commands/run-many.ts";
import { downgrade, upgrade } from "../../src/commands/run.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { historyOf, readHistory } from "../../src/runtime/history.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";
import { makeProject, root, type MadeProject, type MadeRevision } from "../support/project.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function made(revisions: readonly MadeRevision[], config?: string): Promise<MadeProject> {
  const project = await makeProject(revisions, config, "js");
  cleanups.push(() => project.remove());
  return project;
}

const imports = "table, integer, varchar, index, ";
const trunk: MadeRevision = { id: "a1", imports, upgrade: 'op.createTable("tag", { id: integer().primaryKey(), name: varchar(40) });', downgrade: 'op.dropTable("tag");' };
const second: MadeRevision = { id: "b2", imports, upgrade: 'op.createIndex("tag", index("ix_tag_name").on("name"));', downgrade: 'op.dropIndex("tag", "ix_tag_name");' };

test("several URLs are run each with its own history; a failure stops those that have not begun, or does not", async () => {
  const project = await made([trunk, second]);
  const names = ["one.db", "two.db", "three.db"];
  const urls = names.map((name) => `sqlite:${join(project.folder, name)}`);
  const broken = await openDatabase({ url: urls[1]! });
  await broken.execute("CREATE TABLE tag (id integer)");
  await broken.close();
  const many = (await databasesOf(project.context(), await openConfig(project.context()), { urls }))!;
  expect((await runMany(many, "upgrade", {})).map(({ outcome }) => outcome)).toEqual(["done", "failed", "skipped"]);
  const outcomes = await runMany(many, "upgrade", { onFailure: "continue", concurrency: 2 });
  expect(outcomes).toMatchObject([{ outcome: "done", revisions: [], heads: ["b2"] }, { outcome: "failed", errors: [{ code: "RUN-032" }] }, { outcome: "done", revisions: ["a1", "b2"], heads: ["b2"] }]);
  expect(await databasesOf(project.context(), await openConfig(project.context()), { urls: [urls[0]!] })).toBeUndefined();
  await expect(databasesOf(project.context(), await openConfig(project.context()), { urls: [urls[0]!, urls[0]!] })).rejects.toMatchObject({ code: "CFG-008" });
});

const noPostgres = await unavailable("postgres");
test.skipIf(noPostgres !== undefined)("the config's databases() names one schema per tenant, each with tables and history of its own", async () => {
  const database = await openTestDatabase("postgres");
  cleanups.push(() => database.close());
  const project = await made([trunk, second], `{ url: ${JSON.stringify(database.url)}, databases: () => [{ name: "acme", schema: "acme" }, { name: "globex", schema: "globex" }] }`);
  const many = (await databasesOf(project.context(), await openConfig(project.context()), {}))!;
  const schemas = () => database.query("SELECT nspname AS name FROM pg_namespace WHERE nspname IN ('acme', 'globex') ORDER BY 1");
  expect(await runMany(many, "upgrade", { dryRun: true })).toMatchObject([{ outcome: "done", heads: [] }, { outcome: "done", heads: [] }]);
  expect(await schemas()).toEqual([]);
  expect(await runMany(many, "upgrade", { concurrency: 2 })).toMatchObject([{ name: "acme", outcome: "done", heads: ["b2"] }, { name: "globex", outcome: "done", heads: ["b2"] }]);
  expect(await database.query("SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname !~ '^pg_|information' ORDER BY 1")).toEqual(["acme.graven_revisions", "acme.tag", "globex.graven_revisions", "globex.tag"].map((name) => ({ name })));
  expect(await downgrade(project.context({ schema: "acme" }), { target: "base" })).toMatchObject({ heads: [] });
  expect(await upgrade(project.context({ schema: "globex" }))).toEqual({ revisions: [], heads: ["b2"] });
});

test.skipIf(noPostgres !== undefined)("--sql with a schema prints a script for that schema", async () => {
  const database = await openTestDatabase("postgres");
  cleanups.push(() => database.close());
  const project = await made([trunk, second], `{ url: ${JSON.stringify(database.url)} }`);
  const acme = project.context({ schema: "acme" });
  await database.query((await upgrade(acme, { sql: true, target: "a1" })).sql!);
  expect(await upgrade(acme)).toEqual({ revisions: ["b2"], heads: ["b2"] });
  await database.query((await downgrade(acme, { sql: true, target: "b2:base" })).sql!);
  expect(await database.query("SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname !~ '^pg_|information' ORDER BY 1")).toEqual([{ name: "acme.graven_revisions" }]);
});

test("--schema on a database without schemas is refused", async () => {
  await expect(upgrade((await made([trunk])).context({ schema: "acme" }))).rejects.toMatchObject({ code: "RUN-062" });
  await expect(upgrade((await made([trunk])).context({ schema: "acme" }), { sql: true })).rejects.toMatchObject({ code: "RUN-062" });
});

test("-x reaches the functions of revisions", async () => {
  const project = await made([{ ...trunk, upgrade: 'op.createTable("tag", { id: integer().primaryKey() }); if (arguments[1].args.rows === "yes") op.execute("INSERT INTO tag VALUES (1)");' }]);
  await upgrade(project.context({ args: { rows: "yes" } }));
  const connection = await openDatabase({ url: `sqlite:${join(project.folder, "dev.db")}` });
  expect(await connection.query("SELECT id FROM tag")).toEqual([{ id: 1 }]);
  await connection.close();
});

const rounds = Number(process.env["GRAVEN_TEST_ROUNDS"] ?? 1);
for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  test.skipIf(reason !== undefined)(`${kind}: of sixteen upgrades at once one applies, and all end well${reason === undefined ? "" : ` (skipped: ${reason})`}`, { timeout: 300_000 * rounds }, async () => {
    const project = await made([trunk, second]);
    for (let round = 0; round < rounds; round++) {
      const database = kind === "sqlite" ? undefined : await openTestDatabase(kind);
      const url = database?.url ?? `sqlite:${join(project.folder, `round${round}.db`)}`;
      const outcomes = await Promise.all(Array.from({ length: 16 }, () => gen(project.folder, ["upgrade", "head", "--url", url, "--json", "--lock-timeout", "240"])));
      expect(outcomes.map(({ code, err }) => [code, err])).toEqual(outcomes.map(() => [0, ""]));
      const applied = outcomes.map(({ out }) => (JSON.parse(out.trim().split("\n").at(-1)!) as { revisions: string[] }).revisions).filter(({ length }) => length);
      expect(applied).toEqual([["a1", "b2"]]);
      const connection = await openDatabase({ url });
      expect((await readHistory(connection, historyOf(await loadDialect(kind)))).map(({ revision }) => revision).sort()).toEqual(["a1", "b2"]);
      await connection.close();
      await database?.close();
    }
  });
}

function gen(folder: string, args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "dist/cli/bin.js"), ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
