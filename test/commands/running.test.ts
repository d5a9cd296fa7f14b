import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { current } from "../../src/commands/current.ts";
import type { CommandEvent } from "../../src/commands/context.ts";
import { downgrade, upgrade } from "../../src/commands/run.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { openDatabase as openTestDatabase, unavailable, type DatabaseKind } from "../support/databases.ts";
import { makeProject, type MadeProject, type MadeRevision } from "../support/project.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function made(kind: DatabaseKind, revisions: readonly MadeRevision[], config?: string) {
  const project = await makeProject(revisions, config, "js");
  cleanups.push(() => project.remove());
  const url = await scratch(kind, project);
  return { project, url, events: [] as CommandEvent[] };
}

async function scratch(kind: DatabaseKind, project: MadeProject): Promise<string> {
  if (kind === "sqlite") return `sqlite:${join(project.folder, `dev${cleanups.length}.db`)}`;
  const database = await openTestDatabase(kind);
  cleanups.push(() => database.close());
  return database.url!;
}

async function connected(url: string): Promise<Connection> {
  const connection = await openDatabase({ url });
  cleanups.push(() => connection.close());
  return connection;
}

/** Lets the revisions that make trouble run through; a file that was loaded is not read again in this process. */
function calm(): void {
  Object.assign(globalThis, { gravenCalm: true });
  cleanups.push(() => void Reflect.deleteProperty(globalThis, "gravenCalm"));
}

const stub = 'const tag = table("tag", { id: integer().primaryKey(), name: varchar(40) });';
const imports = "table, integer, varchar, text, index, enumeration, ";
const tag: MadeRevision = { id: "a1", imports, stubs: stub, upgrade: 'op.createTable(tag); op.bulkInsert(tag, [{ id: 1, name: "x" }, { id: 2, name: "x" }]);', downgrade: 'op.dropTable("tag");' };

const kinds = ["sqlite", "postgres", "mariadb"] as const;
const reasons = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await unavailable(kind)] as const)));
const on = (kind: (typeof kinds)[number]) => test.skipIf(reasons[kind] !== undefined);

describe("a revision that stops in the middle", () => {
  const second: MadeRevision = { id: "b2", imports, upgrade: 'op.addColumn("tag", "mail", varchar(40)); op.addColumn("tag", "age", integer()); op.execute("CREATE UNIQUE INDEX once ON tag (name)"); op.addColumn("tag", "last", integer());', downgrade: 'op.dropColumn("tag", "last"); op.execute("DROP INDEX once ON tag"); op.dropColumn("tag", "age"); op.dropColumn("tag", "mail");' };

  on("mariadb")("is taken back by `downgrade --resume`, or ended by `upgrade --resume` once its cause is mended", async () => {
    const { project, url } = await made("mariadb", [tag, second]);
    const context = project.context({ url });
    await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-031", message: expect.stringMatching(/"b2" stopped at step 3 of 4 \(2 of 4 done\) \(execute CREATE UNIQUE INDEX.*Duplicate entry 'x' for key 'once'\nCREATE UNIQUE INDEX/s), hint: expect.stringContaining("gen upgrade --resume") });
    expect(await current(context)).toMatchObject({ halfApplied: { revision: "b2", direction: "upgrade", stepsDone: 2, stepsTotal: 4, error: expect.stringContaining("Duplicate entry") }, isAtHead: false });
    await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-035", hint: "Go on with `gen upgrade --resume`, or undo what was done with `gen downgrade --resume`." });
    await expect(downgrade(context)).rejects.toMatchObject({ code: "RUN-035" });

    expect(await downgrade(context, { resume: true })).toEqual({ revisions: ["b2"], heads: ["a1"] });
    expect(await downgrade(context, { resume: true })).toEqual({ revisions: [], heads: ["a1"] });
    const connection = await connected(url);
    expect((await connection.query("SHOW COLUMNS FROM tag")).map(({ Field }) => Field)).toEqual(["id", "name"]);

    await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-031" });
    await connection.execute("UPDATE tag SET name = 'y' WHERE id = 2");
    expect(await upgrade(context, { resume: true })).toEqual({ revisions: ["b2"], heads: ["b2"] });
    expect((await connection.query("SHOW COLUMNS FROM tag")).map(({ Field }) => Field)).toEqual(["id", "name", "mail", "age", "last"]);
    expect(await current(context)).toMatchObject({ isAtHead: true, edited: [] });
  });

  on("mariadb")("on its way down is ended by `downgrade --resume`, or brought back by `upgrade --resume`", async () => {
    const third: MadeRevision = { id: "c3", imports, upgrade: 'op.addColumn("tag", "mail", varchar(40)); op.execute("SELECT 1");', downgrade: 'op.dropColumn("tag", "mail"); op.execute("INSERT INTO gone VALUES (1)"); op.addColumn("tag", "never", integer()); op.dropColumn("tag", "never");' };
    const { project, url } = await made("mariadb", [tag, third]);
    const context = project.context({ url });
    await upgrade(context);
    await expect(downgrade(context)).rejects.toMatchObject({ code: "RUN-031", hint: expect.stringMatching(/Go on with `gen downgrade --resume`.*or undo what was done with `gen upgrade --resume`/) });
    expect(await current(context)).toMatchObject({ halfApplied: { revision: "c3", direction: "downgrade", stepsDone: 1 } });
    expect(await upgrade(context, { resume: true })).toEqual({ revisions: ["c3"], heads: ["c3"] });
    const connection = await connected(url);
    expect((await connection.query("SHOW COLUMNS FROM tag")).map(({ Field }) => Field)).toEqual(["id", "name", "mail"]);
    await expect(downgrade(context)).rejects.toMatchObject({ code: "RUN-031" });
    await connection.execute("CREATE TABLE gone (id integer)");
    expect(await downgrade(context, { resume: true })).toEqual({ revisions: ["c3"], heads: ["a1"] });
    expect(await connection.query("SELECT id FROM gone")).toEqual([{ id: 1 }]);
  });

  on("mariadb")("says that it cannot be taken back where an operation has no way back", async () => {
    const third: MadeRevision = { id: "c3", imports, upgrade: 'op.execute("ALTER TABLE tag ADD COLUMN raw integer"); op.execute("INSERT INTO gone VALUES (1)");', downgrade: "" };
    const { project, url } = await made("mariadb", [tag, third]);
    await expect(upgrade(project.context({ url }))).rejects.toMatchObject({ code: "RUN-031" });
    await expect(downgrade(project.context({ url }), { resume: true })).rejects.toMatchObject({ code: "RUN-021", message: expect.stringContaining("only its author knows how to undo") });
    expect(await current(project.context({ url }))).toMatchObject({ halfApplied: { revision: "c3", stepsDone: 1 } });
  });
});

describe("statements that refuse a transaction", () => {
  on("postgres")("run alone without being told, and an index that was broken off is made again", async () => {
    const second: MadeRevision = { id: "b2", imports, upgrade: 'op.addColumn("tag", "mail", varchar(40)); op.execute("CREATE UNIQUE INDEX CONCURRENTLY once ON tag (name)"); op.execute("VACUUM tag; SELECT 1"); op.addColumn("tag", "last", integer());', downgrade: 'op.dropColumn("tag", "last"); op.execute("DROP INDEX CONCURRENTLY once"); op.dropColumn("tag", "mail");' };
    const { project, url } = await made("postgres", [tag, second]);
    const context = project.context({ url });
    await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-031", message: expect.stringMatching(/"b2" stopped at step 2 of 5 \(1 of 5 done\)/) });
    const connection = await connected(url);
    expect(await connection.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'once'::regclass")).toEqual([{ indisvalid: false }]);
    await connection.execute("UPDATE tag SET name = 'y' WHERE id = 2");
    await upgrade(context, { resume: true });
    expect(await connection.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'once'::regclass")).toEqual([{ indisvalid: true }]);
    expect(await downgrade(context)).toMatchObject({ heads: ["a1"] });
    expect(await connection.query("SELECT to_regclass('once') AS found")).toEqual([{ found: null }]);
  });

  on("postgres")("leave one transaction for a whole run where they must: a label that a later revision uses", async () => {
    const enums: MadeRevision[] = [
      { id: "a1", imports, upgrade: 'op.createEnum("state", ["new"]); op.execute("CREATE TABLE job (state state)");', downgrade: "" },
      { id: "b2", upgrade: 'op.addEnumLabel("state", "old");', downgrade: "" },
      { id: "c3", upgrade: "op.execute(\"INSERT INTO job VALUES ('old')\");", downgrade: "" },
    ];
    const { project, url } = await made("postgres", enums);
    expect(await upgrade(project.context({ url }), { transaction: "run" })).toEqual({ revisions: ["a1", "b2", "c3"], heads: ["c3"] });
    expect(await (await connected(url)).query("SELECT state FROM job")).toEqual([{ state: "old" }]);
  });

  test("are known by their words", async () => {
    const { running } = await loadDialect("postgres");
    const alone = ["CREATE INDEX CONCURRENTLY a ON b (c)", "create unique index concurrently if not exists a on b (c)", "DROP INDEX CONCURRENTLY a", "REINDEX TABLE CONCURRENTLY b", "VACUUM", "vacuum (full) b", "ALTER SYSTEM SET work_mem = '1MB'", "CREATE DATABASE x", "DROP TABLESPACE x", "-- why\nVACUUM b"];
    const together = ["CREATE INDEX a ON b (concurrent)", "ALTER TABLE system ADD COLUMN a text", "INSERT INTO b VALUES ('VACUUM')", "ALTER TABLE b ADD COLUMN database text"];
    expect(alone.filter((sql) => !running.refusesTransaction(sql))).toEqual([]);
    expect(together.filter((sql) => running.refusesTransaction(sql))).toEqual([]);
  });

  on("sqlite")("are known on SQLite too", async () => {
    const { project, url } = await made("sqlite", [tag, { id: "b2", upgrade: 'op.execute("UPDATE tag SET name = 1"); op.execute("VACUUM"); op.execute("DELETE FROM tag WHERE id = 1");', downgrade: "" }]);
    await upgrade(project.context({ url }));
    expect(await (await connected(url)).query("SELECT id, name FROM tag")).toEqual([{ id: 2, name: "1" }]);
  });
});

describe("transactions", () => {
  const broken: MadeRevision[] = [tag, { id: "b2", imports, upgrade: 'op.addColumn("tag", "mail", varchar(40));', downgrade: 'op.dropColumn("tag", "mail");' }, { id: "c3", imports, upgrade: 'op.addColumn("tag", "age", integer()); op.execute("INSERT INTO absent VALUES (1)");', downgrade: "" }];

  for (const kind of ["sqlite", "postgres"] as const) {
    on(kind)(`${kind}: one for the run takes all of it back, one a revision keeps what went before, and none keeps every operation`, async () => {
      const { project, url } = await made(kind, broken);
      const context = project.context({ url });
      await expect(upgrade(context, { transaction: "run" })).rejects.toMatchObject({ code: "RUN-032", message: expect.stringContaining('Revision "c3" failed at step 2 of 2 and was rolled back with a1, b2') });
      expect(await current(context)).toMatchObject({ current: [] });
      await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-032" });
      expect(await current(context)).toMatchObject({ current: [{ revision: "b2" }] });
      await expect(upgrade(context, { transaction: "none" })).rejects.toMatchObject({ code: "RUN-031", message: expect.stringContaining("(1 of 2 done)") });
      expect(await current(context)).toMatchObject({ halfApplied: { revision: "c3", stepsDone: 1 } });
      expect(await downgrade(context, { resume: true, transaction: "none" })).toEqual({ revisions: ["c3"], heads: ["b2"] });
      await (await connected(url)).execute("CREATE TABLE absent (id integer)");
      expect(await upgrade(context, { transaction: "run" })).toEqual({ revisions: ["c3"], heads: ["c3"] });
    });
  }

  on("mariadb")("mariadb: one for the run is refused, as DDL commits", async () => {
    const { project, url } = await made("mariadb", [tag]);
    await expect(upgrade(project.context({ url }), { transaction: "run" })).rejects.toMatchObject({ code: "RUN-060" });
    expect(await current(project.context({ url }))).toMatchObject({ current: [] });
  });
});

describe("limits", () => {
  const second: MadeRevision = { id: "b2", imports, upgrade: 'op.addColumn("tag", "mail", varchar(40));', downgrade: 'op.dropColumn("tag", "mail");' };

  for (const kind of ["postgres", "mariadb"] as const) {
    on(kind)(`${kind}: a lock that is not to be had in time is tried for again, and whoever holds it is shown`, { timeout: 120_000 }, async () => {
      const { project, url, events } = await made(kind, [tag, second]);
      await upgrade(project.context({ url }), { target: "a1" });
      const other = await connected(url);
      await other.begin();
      await other.query("SELECT * FROM tag");
      const context = project.context({ url, onEvent: (event) => void events.push(event) });
      const refused: any = await upgrade(context, { lockTimeout: 1, lockRetries: 1 }).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: "RUN-032", message: expect.stringMatching(/It waited for session \d+ of /) });
      expect(events.filter(({ kind: each }) => each === "retry")).toMatchObject([{ revision: "b2", attempt: 1, blockers: [expect.stringMatching(/session \d+ of .*in a transaction since/)] }]);
      expect(events.some(({ kind: each }) => each === "blocked")).toBe(true);
      expect(await current(project.context({ url }))).toMatchObject({ current: [{ revision: "a1" }] });

      setTimeout(() => void other.rollback(), 1500);
      expect(await upgrade(context, { lockTimeout: 1, lockRetries: 5 })).toEqual({ revisions: ["b2"], heads: ["b2"] });
    });

    on(kind)(`${kind}: a statement that takes too long is ended, for the run and for a step`, async () => {
      const sleep = kind === "postgres" ? "SELECT pg_sleep(20)" : "SELECT sleep(20) FROM tag";
      const slow: MadeRevision[] = [tag, { id: "b2", upgrade: `op.withTimeouts({ statementTimeout: 0.2 }, () => op.execute("${sleep}"));`, downgrade: "" }];
      const { project, url } = await made(kind, slow);
      const started = performance.now();
      await expect(upgrade(project.context({ url }))).rejects.toMatchObject({ message: expect.stringMatching(/timeout|max_statement_time/i) });
      expect(performance.now() - started).toBeLessThan(18_000);
      const { project: whole, url: there } = await made(kind, [tag, { id: "b2", upgrade: `op.execute("${sleep}");`, downgrade: "" }]);
      await expect(upgrade(whole.context({ url: there }), { statementTimeout: 0.2 })).rejects.toMatchObject({ message: expect.stringMatching(/timeout|max_statement_time/i) });
    });
  }

  on("sqlite")("sqlite: there is no limit for the time of a statement, and that is said", async () => {
    const { project, url } = await made("sqlite", [tag]);
    await expect(upgrade(project.context({ url }), { statementTimeout: 1 })).rejects.toMatchObject({ code: "RUN-061" });
  });
});

describe("an edited revision", () => {
  on("sqlite")("that is applied is reported, and refused unless told otherwise; a comment is no edit", async () => {
    const { project, url, events } = await made("sqlite", [tag, { id: "b2", upgrade: "", downgrade: "" }]);
    const context = project.context({ url, onEvent: (event) => void events.push(event) });
    await upgrade(context, { target: "a1" });
    const file = "migrations/a1.js";
    const text = readFileSync(join(project.folder, file), "utf8");
    project.write(file, `// A remark.\n${text.replaceAll('"', "'")}`);
    expect(await current(context)).toMatchObject({ edited: [] });
    project.write(file, text.replace('"x"', '"z"'));
    expect(await current(context)).toMatchObject({ edited: ["a1"] });
    await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-050", message: expect.stringContaining('Revision "a1" was edited after it was applied') });
    expect(await upgrade(context, { allowEdited: true })).toEqual({ revisions: ["b2"], heads: ["b2"] });
    expect(events).toContainEqual(expect.objectContaining({ kind: "warning", code: "RUN-050" }));
  });
});

describe("the lock", () => {
  for (const kind of kinds) {
    on(kind)(`${kind}: who holds it is told, and a run that is stopped while it waits changes nothing`, async () => {
      const { project, url, events } = await made(kind, [tag]);
      const holder = await connected(url);
      const lock = await holder.lock("graven:graven_revisions", 1000);
      const refused: any = await upgrade(project.context({ url }), { lockTimeout: 0 }).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: "DRV-005", message: expect.stringMatching(kind === "mariadb" ? /within 0 seconds: session \d+ of / : new RegExp(`within 0 seconds: graven ${process.pid} at `)) });
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 900);
      await expect(upgrade(project.context({ url, signal: stop.signal, onEvent: (event) => void events.push(event) }))).rejects.toMatchObject({ code: "RUN-034" });
      expect(events).toMatchObject([{ kind: "waiting", holder: expect.stringMatching(/graven|session/) }]);
      expect(await holder.hasTable("graven_revisions")).toBe(false);
      await lock.release();
      expect(await upgrade(project.context({ url }))).toMatchObject({ heads: ["a1"] });
    });
  }

  on("postgres")("a session that the server ends takes the run with it, and nothing of the revision stays", async () => {
    const { project, url } = await made("postgres", [tag, { id: "b2", upgrade: 'op.execute("CREATE TABLE half (id integer)"); op.execute("SELECT pg_terminate_backend(pg_backend_pid())");', downgrade: "" }]);
    await expect(upgrade(project.context({ url }))).rejects.toMatchObject({ code: "RUN-032", message: expect.stringContaining("terminating connection") });
    const connection = await connected(url);
    expect(await connection.hasTable("half")).toBe(false);
    expect(await current(project.context({ url }))).toMatchObject({ current: [{ revision: "a1" }] });
  });

  on("mariadb")("a session that the server ends leaves a revision that can be ended or taken back", async () => {
    const { project, url } = await made("mariadb", [tag, { id: "b2", imports, upgrade: 'op.addColumn("tag", "mail", varchar(40)); op.execute(globalThis.gravenCalm ? "SELECT 1" : "KILL CONNECTION_ID()"); op.addColumn("tag", "age", integer());', downgrade: "" }]);
    await expect(upgrade(project.context({ url }))).rejects.toMatchObject({ code: "RUN-031" });
    expect(await current(project.context({ url }))).toMatchObject({ halfApplied: { revision: "b2", stepsDone: 1, stepsTotal: 3, error: null } });
    await expect(downgrade(project.context({ url }), { resume: true })).rejects.toMatchObject({ code: expect.stringMatching(/RUN-0(21|31)/) });
    calm();
    expect(await upgrade(project.context({ url }), { resume: true })).toEqual({ revisions: ["b2"], heads: ["b2"] });
  });
});

test("a disk that is full rolls a revision back, and the next run ends it", async () => {
  const { project, url } = await made("sqlite", [tag, { id: "b2", upgrade: 'op.execute(`PRAGMA max_page_count = ${globalThis.gravenCalm ? 4294967294 : 12}`); op.execute("WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO tag SELECT i, hex(randomblob(18)) FROM n");', downgrade: "" }]);
  await expect(upgrade(project.context({ url }))).rejects.toMatchObject({ code: "RUN-032", message: expect.stringContaining("database or disk is full") });
  const connection = await connected(url);
  expect(await connection.query("SELECT count(*) AS n FROM tag")).toEqual([{ n: 2 }]);
  expect(await current(project.context({ url }))).toMatchObject({ current: [{ revision: "a1" }] });
  calm();
  expect(await upgrade(project.context({ url }))).toMatchObject({ heads: ["b2"] });
});

on("mariadb")("Ctrl-C stops before the next step, and the history says why", async () => {
  const { project, url } = await made("mariadb", [tag]);
  const stop = new AbortController();
  const context = project.context({ url, signal: stop.signal, onEvent: (event) => void (event.kind === "step" && event.step === 1 && stop.abort()) });
  await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-034", hint: "The steps that are done stand, and the history says so. Go on with `gen upgrade --resume`, or undo what was done with `gen downgrade --resume`." });
  expect(await current(project.context({ url }))).toMatchObject({ halfApplied: { stepsDone: 1, error: "It was asked to stop." } });
  expect(await upgrade(project.context({ url }), { resume: true })).toMatchObject({ heads: ["a1"] });
});
