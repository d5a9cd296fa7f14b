import { spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { bundle, current, downgrade, history, show, upgrade } from "../../src/index.ts";
import { loadModule } from "../../src/modules/load.ts";
import { openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";
import { makeProject, root, type MadeProject, type MadeRevision } from "../support/project.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const imports = "table, integer, varchar, index, ";
const revisions: readonly MadeRevision[] = [
  { id: "a1", message: "tags", imports, upgrade: 'op.createTable("tag", { id: integer().primaryKey(), name: varchar(40) });', downgrade: 'op.dropTable("tag");' },
  { id: "b2", message: "names", imports, upgrade: 'op.createIndex("tag", index("ix_tag_name").on("name"));', downgrade: 'op.dropIndex("tag", "ix_tag_name");' },
];

async function bundled(): Promise<{ project: MadeProject; config: { revisions: never } }> {
  const project = await makeProject(revisions);
  cleanups.push(() => project.remove());
  expect(await bundle(project.context(), { out: "src/revisions.ts" })).toMatchObject({ revisions: ["a1", "b2"], changed: true });
  expect(await bundle(project.context(), { out: "src/revisions.ts" })).toMatchObject({ changed: false });
  const loaded = await loadModule(join(project.folder, "src/revisions.ts"));
  return { project, config: { revisions: loaded["revisions"] as never } };
}

test("a program runs a bundled history on its own SQLite database, which stays open; a run from the folder agrees with it", async () => {
  const { project, config } = await bundled();
  const connection = new BetterSqlite(join(project.folder, "dev.db"));
  cleanups.push(() => connection.close());
  connection.pragma("foreign_keys = OFF");
  const events: string[] = [];
  expect(await upgrade({ config, connection, onEvent: ({ kind }) => void events.push(kind) })).toEqual({ revisions: ["a1", "b2"], heads: ["b2"] });
  expect(events).toEqual(["revisionStarted", "step", "revisionDone", "revisionStarted", "step", "revisionDone"]);
  expect(connection.prepare("SELECT count(*) AS n FROM tag").all()).toEqual([{ n: 0 }]);
  expect(connection.pragma("foreign_keys", { simple: true })).toBe(0);
  expect(await upgrade({ config, connection })).toEqual({ revisions: [], heads: ["b2"] });
  expect(await current({ folder: project.folder })).toMatchObject({ isAtHead: true, edited: [] });
  expect(await downgrade({ config, connection, target: "base" })).toEqual({ revisions: ["b2", "a1"], heads: [] });
  expect((await history({ config: { ...config, dialect: "sqlite" } })).map(({ message }) => message)).toEqual(["names", "tags"]);
});

test("the functions print nothing, and leave the process to the program, whatever comes of them", async () => {
  const project = await makeProject(revisions, "{}", "js");
  cleanups.push(() => project.remove());
  project.write(
    "program.mjs",
    `import * as graven from ${JSON.stringify(join(root, "dist/index.js"))};
const context = graven.projectContext({ folder: ${JSON.stringify(project.folder)} });
const calls = [
  ["upgrade"], ["upgrade", { dryRun: true }], ["upgrade", { sql: true }], ["upgrade", { target: "nowhere" }], ["current"], ["heads"], ["history"], ["branches"], ["show", "head"], ["check"], ["downgrade", { target: "base" }],
  ["stamp", { revisions: ["head"] }], ["stamp", { revisions: ["base"], purge: true }], ["ensureVersion"], ["revision", { message: "three", revisionId: "c3" }], ["snapshot"], ["merge"], ["rebase"], ["bundle", { out: "list.js" }], ["squash", { range: "a1:b2", revisionId: "q1" }], ["init"],
];
const outcomes = {};
for (const [name, options] of calls) outcomes[[name, ...(typeof options === "object" ? Object.keys(options) : [])].join(" ")] = await graven[name](context, options).then(() => "done", (error) => error.code);
const { writeFileSync } = await import("node:fs");
writeFileSync("outcomes.json", JSON.stringify(outcomes));
`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, ["program.mjs"], { cwd: project.folder, encoding: "utf8" });
  expect([stdout, stderr, status]).toEqual(["", "", 0]);
  const outcomes = JSON.parse(readFileSync(join(project.folder, "outcomes.json"), "utf8")) as Record<string, string>;
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== "done")).toEqual([["upgrade target", "REV-020"], ["merge", "MRG-001"], ["rebase", "MRG-003"], ["init", "CFG-006"]]);
});

test("what makes a context may be given in its place, with the options beside it or in it; options are never passed over", async () => {
  const { project } = await bundled();
  const given = { folder: project.folder };
  expect(await upgrade(given, { dryRun: true })).toMatchObject({ revisions: [], plan: [{ revision: "a1" }, { revision: "b2" }] });
  expect(await upgrade(given, { target: "a1" })).toEqual({ revisions: ["a1"], heads: ["a1"] });
  expect((await history(given, { indicateCurrent: true })).map(({ isCurrent }) => isCurrent)).toEqual([undefined, true]);
  expect((await show(given, "current")).map(({ revision }) => revision)).toEqual(["a1"]);
  expect(await bundle(given, { out: "src/revisions.ts" })).toMatchObject({ changed: false });
});

test("a signal stops a run between two steps", async () => {
  const { config } = await bundled();
  const connection = new BetterSqlite(":memory:");
  cleanups.push(() => connection.close());
  await expect(upgrade({ config, connection, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "RUN-034" });
  await expect(upgrade({ config, connection: { no: "client" } })).rejects.toMatchObject({ code: "DRV-006" });
});

for (const kind of ["postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  test.skipIf(reason !== undefined)(`${kind}: a client and a pool of the program's own are used, and given back`, async () => {
    const { config } = await bundled();
    const database = await openTestDatabase(kind);
    cleanups.push(() => database.close());
    if (kind === "postgres") {
      const { default: pg } = await import("pg");
      // pg itself reads the user from the environment, where there may be none.
      const url = /^postgres:\/\/[^/@]+@/.test(database.url!) ? database.url! : `${database.url}${database.url!.includes("?") ? "&" : "?"}user=${userInfo().username}`;
      const pool = new pg.Pool({ connectionString: url, max: 1 });
      const settings = async () => (await pool.query("SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout', 'search_path') ORDER BY 1")).rows;
      const before = await settings();
      expect(await upgrade({ config, connection: pool, lockTimeout: 2, statementTimeout: 9 })).toMatchObject({ heads: ["b2"] });
      expect(await upgrade({ config, connection: pool, schema: "acme" })).toMatchObject({ heads: ["b2"] });
      expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
      expect(await settings()).toEqual(before);
      await pool.end();
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      expect(await downgrade({ config, connection: client })).toMatchObject({ heads: ["a1"] });
      await client.end();
    } else {
      const [{ createConnection, createPool }, callbacks] = await Promise.all([import("mysql2/promise"), import("mysql2")]);
      const url = new URL(database.url!);
      const options = { socketPath: url.searchParams.get("socketPath") ?? undefined!, host: url.hostname, user: url.username || userInfo().username, password: decodeURIComponent(url.password), database: url.pathname.slice(1) };
      const connection = await createConnection({ ...options, timezone: "local" });
      const settings = async () => (await connection.query("SELECT @@time_zone, @@lock_wait_timeout, @@max_statement_time, @@sql_mode"))[0];
      const before = await settings();
      expect(await upgrade({ config, connection, lockTimeout: 2, statementTimeout: 9 })).toMatchObject({ heads: ["b2"] });
      expect(await settings()).toEqual(before);
      await connection.end();
      const pool = createPool({ ...options, connectionLimit: 1 });
      expect(await downgrade({ config, connection: pool })).toMatchObject({ heads: ["a1"] });
      expect(await current({ config, connection: pool })).toMatchObject({ current: [{ revision: "a1" }] });
      await pool.end();
      const plain = callbacks.createConnection(options);
      expect(await upgrade({ config, connection: plain })).toMatchObject({ heads: ["b2"] });
      plain.end();
    }
  });
}
