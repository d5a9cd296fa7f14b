import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { runRevisions, type RunEvent, type RunSettings } from "../../src/runtime/executor.ts";
import { ensureHistory, historyOf, readHistory } from "../../src/runtime/history.ts";
import { planRevisions, type RevisionWork } from "../../src/runtime/plan.ts";
import { record } from "../../src/runtime/recorder.ts";
import { emptySchema } from "../../src/schema/types.ts";
import { check, integer, sql, table, varchar, type Operations } from "graven/revision";
import { openDatabase as openTestDatabase, unavailable, type TestDatabase } from "../support/databases.ts";

const reason = await unavailable("postgres");
const dialect = await loadDialect("postgres");
const history = historyOf(dialect);

/** A table each, unless something else is said of one. */
function worksOf(count: number, others: Readonly<Record<number, (op: Operations) => void>> = {}): RevisionWork[] {
  return Array.from({ length: count }, (_, at) => {
    const upgrade = others[at + 1] ?? ((op: Operations) => op.createTable(table(`t${at + 1}`, { id: integer().primaryKey(), name: varchar(20) }, { comment: `The ${at + 1}.` })));
    return { revision: `r${at + 1}`, direction: "upgrade", operations: record(upgrade), before: emptySchema, history, parents: at ? [`r${at}`] : [], checksum: `c${at}`, toolVersion: "0.1.0", now: () => new Date("2026-01-31T12:00:00Z") };
  });
}

describe.skipIf(reason !== undefined)("small revisions travel to PostgreSQL together", () => {
  let database: TestDatabase;
  let connection: Connection;
  let messages: number;
  let events: RunEvent[];

  beforeEach(async () => {
    database = await openTestDatabase("postgres");
    connection = await openDatabase({ url: database.url! });
    await ensureHistory(connection, history);
    messages = 0;
    events = [];
    // However slow the machine is, each message is soon done.
    vi.spyOn(performance, "now").mockReturnValue(0);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await connection.close();
    await database.close();
  });

  const run = (all: readonly RevisionWork[], settings: RunSettings = {}, from = 0) => {
    const plans = planRevisions(dialect, all).slice(from);
    const works = all.slice(from);
    const counting: Connection = {
      ...connection,
      get inTransaction() {
        return connection.inTransaction;
      },
      execute: (text) => (messages++, connection.execute(text)),
      finish: (...given) => (messages++, connection.finish(...given)),
      transactions: (...given) => (messages++, connection.transactions!(...given)),
    };
    return runRevisions(counting, dialect, works.map((work, at) => ({ work, plan: plans[at]! })), { onEvent: (event) => void events.push(event), ...settings });
  };
  const applied = async () => (await readHistory(connection, history)).map(({ revision }) => revision).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const tables = async () => (await database.query("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]+$'")).length;
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `r${at + 1}`);
  const kinds = (revision: string) => events.flatMap((event) => ("revision" in event && event.revision === revision ? [event.kind] : []));

  test("and each is told of, from its beginning to its end, in order", async () => {
    await run(worksOf(40));
    expect([await applied(), await tables()]).toEqual([ids(40), 40]);
    // The first in two by itself, then 2, 4, 8, 16 and 9 in one each.
    expect(messages).toBe(7);
    expect(events.map((event) => `${event.kind} ${"revision" in event ? event.revision : ""}`)).toEqual(ids(40).flatMap((id) => [`started ${id}`, `step ${id}`, `step ${id}`, `finished ${id}`]));
    expect(await database.query("SELECT count(*)::int AS count FROM graven_revisions WHERE steps_done = 2 AND error IS NULL")).toEqual([{ count: 40 }]);
    expect(connection.inTransaction).toBe(false);
  });

  test("one that fails takes nothing of the others with it, whatever its place among them", async () => {
    for (const place of [2, 3, 11, 20]) {
      await database.query("DROP SCHEMA public CASCADE");
      await database.query("CREATE SCHEMA public");
      await ensureHistory(connection, history);
      await database.query(`CREATE TABLE t${place} ()`);
      events.length = 0;
      await expect(run(worksOf(20))).rejects.toMatchObject({ code: "RUN-032", message: expect.stringContaining(`Revision "r${place}" failed at step 1 of 2 and was rolled back (create table t${place}): relation "t${place}" already exists`) });
      expect([await applied(), await tables(), kinds(`r${place}`), kinds(`r${place + 1}`), connection.inTransaction]).toEqual([ids(place - 1), place, ["started", "step"], [], false]);
      await database.query(`DROP TABLE t${place}`);
      await run(worksOf(20), {}, place - 1);
      expect(await applied()).toEqual(ids(20));
    }
  });

  test("a statement that the server cannot read is told of the revision it stands in", async () => {
    const broken = (op: Operations) => op.createCheck("t1", check("broken", sql`id >`));
    await expect(run(worksOf(20, { 13: broken }))).rejects.toMatchObject({ code: "RUN-032", message: expect.stringMatching(/^Revision "r13" failed at step 1 of 1 .*syntax error/s) });
    expect([await applied(), await tables()]).toEqual([ids(12), 12]);
    expect(kinds("r13")).toEqual(["started", "step"]);
  });

  test("one that an author wrote in SQL, that is asked to wait, or that runs a function travels alone", async () => {
    const others = { 6: (op: Operations) => op.execute("SELECT 1"), 7: (op: Operations) => op.run(async () => {}), 8: (op: Operations) => op.withTimeouts({ statementTimeout: 5 }, () => op.dropTable("t1")) };
    await run(worksOf(12, others));
    expect([await applied(), await tables()]).toEqual([ids(12), 8]);
  });

  test("a run that is asked to stop ends with the message that is on its way", async () => {
    const asked = new AbortController();
    const stopped = run(worksOf(60), { signal: asked.signal, onEvent: (event) => void (event.kind === "finished" && event.revision === "r5" && asked.abort()) });
    await expect(stopped).rejects.toMatchObject({ code: "RUN-034" });
    const done = await applied();
    expect(done).toEqual(ids(done.length));
    expect(done.length).toBeGreaterThanOrEqual(5);
    expect(done.length).toBeLessThan(5 + 16);
  });

  test("one that gets no lock in time is tried again by itself, and the rest goes on", async () => {
    await run(worksOf(1));
    await connection.execute("SET lock_timeout = '300ms'");
    const other = await openDatabase({ url: database.url! });
    await other.begin();
    await other.execute("LOCK TABLE t1");
    const freed = pause(900).then(() => other.rollback());
    const add = (op: Operations) => op.addColumn("t1", "more", integer());
    const works = worksOf(12, { 9: add });
    await run(works, { lockRetries: 5 }, 1);
    await freed;
    await other.close();
    expect(await applied()).toEqual(ids(12));
    expect(events.filter(({ kind }) => kind === "retry")).toContainEqual(expect.objectContaining({ revision: "r9", step: 1, attempt: 1 }));
    expect(kinds("r9").filter((kind) => kind === "started" || kind === "finished")).toEqual(["started", "finished"]);
  });

  test("a listener that throws ends the run once the message is done", async () => {
    const run_ = run(worksOf(30), { onEvent: (event) => { if (event.kind === "finished" && event.revision === "r9") throw new Error("enough"); } });
    await expect(run_).rejects.toThrow("enough");
    const done = await applied();
    expect(done).toEqual(ids(done.length));
    expect(done.length).toBeLessThan(30);
    expect(await tables()).toBe(done.length);
  });

  test("a session that the server ends is told of, and what it had committed stands", async () => {
    const [own] = await connection.query<{ session: number }>("SELECT pg_backend_pid() AS session");
    const failed = run(worksOf(60), { onEvent: (event) => void (event.kind === "finished" && event.revision === "r9" && void database.query(`SELECT pg_terminate_backend(${own!.session})`)) });
    await expect(failed).rejects.toMatchObject({ code: "RUN-032" });
    await connection.close().catch(() => {});
    connection = await openDatabase({ url: database.url! });
    const done = await applied();
    expect(done).toEqual(ids(done.length));
    expect(await tables()).toBe(done.length);
    await run(worksOf(60), {}, done.length);
    expect(await applied()).toEqual(ids(60));
  });
});
