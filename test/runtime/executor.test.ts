import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadDialect, type Dialect } from "../../src/dialects/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import { runRevision, runRevisions, type RunEvent, type RunOptions } from "../../src/runtime/executor.ts";
import { ensureHistory, historyOf, isHalfApplied, readHistory, type History } from "../../src/runtime/history.ts";
import { planRevision } from "../../src/runtime/plan.ts";
import { record } from "../../src/runtime/recorder.ts";
import { emptySchema } from "../../src/schema/types.ts";
import { integer, sql, table, text, type Operations } from "graven/revision";
import { databaseKinds, openDatabase as openTestDatabase, unavailable, type TestDatabase } from "../support/databases.ts";

const folder = mkdtempSync(join(tmpdir(), "graven-executor-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tag = table("tag", { id: integer().primaryKey(), name: text().notNull() });
const now = () => new Date("2026-01-31T12:00:00Z");

const emptyPostgres = "DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public";
const emptying = { sqlite: "", pglite: emptyPostgres, postgres: emptyPostgres, mariadb: "DROP TABLE IF EXISTS tag, absent, past, graven_revisions" };

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let server: TestDatabase | undefined;
    let connection: Connection;
    let dialect: Dialect;
    let history: History;
    let files = 0;

    const open = () => openDatabase({ url: server?.url ?? (kind === "sqlite" ? `sqlite:${files++}.db` : "pglite:") }, { base: folder });
    // One database for all, emptied in between, where making one takes a second.
    const shared = kind !== "sqlite";

    beforeAll(async () => {
      dialect = await loadDialect(kind === "pglite" ? "postgres" : kind);
      if (kind === "postgres" || kind === "mariadb") server = await openTestDatabase(kind);
      if (shared) connection = await open();
    });
    beforeEach(async () => {
      if (shared) await connection.execute(emptying[kind]);
      else connection = await open();
      history = historyOf(dialect);
    });
    afterEach(async () => {
      if (!shared) await connection.close();
    });
    afterAll(async () => {
      if (shared) await connection?.close();
      await server?.close();
    });

    const options = (change: Partial<RunOptions> & { upgrade?: (op: Operations) => void } = {}): RunOptions => {
      const { upgrade = (op) => op.createTable(tag), ...rest } = change;
      return { revision: "a1", direction: "upgrade", operations: record(upgrade), before: emptySchema, history, parents: [], checksum: "c0", toolVersion: "0.1.0", now, ...rest };
    };
    const run = async (change?: Parameters<typeof options>[0]) => {
      await ensureHistory(connection, history);
      await runRevision(connection, dialect, options(change));
    };

    test("an absent history means nothing is applied, and reading makes none", async () => {
      expect(await readHistory(connection, history)).toEqual([]);
      expect(await connection.hasTable("graven_revisions")).toBe(false);
    });

    test("a revision stands with its row, and its downgrade takes both away", async () => {
      const events: RunEvent[] = [];
      await run({
        upgrade: (op) => {
          op.createTable(tag);
          op.bulkInsert(tag, [{ id: 1, name: "it's" }]);
        },
        parents: ["00", "01"],
        onEvent: (event) => events.push(event),
      });
      const [row] = await readHistory(connection, history);
      expect(row).toMatchObject({ revision: "a1", parents: ["00", "01"], checksum: "c0", direction: "upgrade", toolVersion: "0.1.0" });
      expect(row!.appliedAt.toISOString()).toBe("2026-01-31T12:00:00.000Z");
      expect(isHalfApplied(row!)).toBe(false);
      expect(row!.stepsDone).toBe(events.filter((event) => event.kind === "step").length);
      expect(await connection.query("SELECT name FROM tag")).toEqual([{ name: "it's" }]);
      expect(events[0]).toMatchObject({ kind: "started", revision: "a1" });
      expect(events.at(-1)).toMatchObject({ kind: "finished", revision: "a1" });

      const before = applyOperations(emptySchema, options().operations.map(({ operation }) => operation));
      await run({ direction: "downgrade", upgrade: (op) => op.dropTable("tag"), before });
      expect(await readHistory(connection, history)).toEqual([]);
      expect(await connection.hasTable("tag")).toBe(false);
    });

    test("a failure in the middle is told with its step, statement and place", async () => {
      const upgrade = (op: Operations) => {
        op.createTable(tag);
        op.execute("INSERT INTO tag (id, name) VALUES (1, 'a')");
        op.execute("INSERT INTO absent VALUES (1)");
        op.execute("INSERT INTO tag (id, name) VALUES (2, 'b')");
      };
      const error: any = await run({ upgrade }).catch((thrown: unknown) => thrown);
      expect(error.place).toMatchObject({ file: expect.stringContaining("executor.test.ts"), line: expect.any(Number) });
      expect(error.cause).toBeInstanceOf(Error);
      expect(error.message).toContain("INSERT INTO absent VALUES (1)");
      if (dialect.capabilities.transactionalDdl) {
        expect(error).toMatchObject({ code: "RUN-032", message: expect.stringContaining('Revision "a1" failed at step 3 of 4 and was rolled back') });
        expect(await readHistory(connection, history)).toEqual([]);
        expect(await connection.hasTable("tag")).toBe(false);
        return;
      }
      expect(error).toMatchObject({ code: "RUN-031", message: expect.stringContaining('Revision "a1" stopped at step 3 of 4 (2 of 4 done)') });
      const [row] = await readHistory(connection, history);
      expect(row).toMatchObject({ stepsDone: 2, stepsTotal: 4, direction: "upgrade" });
      expect(isHalfApplied(row!)).toBe(true);

      await connection.execute("CREATE TABLE absent (id integer)");
      await run({ upgrade, resumeFrom: 2 });
      expect(await readHistory(connection, history)).toMatchObject([{ stepsDone: 4, stepsTotal: 4 }]);
      expect(await connection.query("SELECT id FROM tag ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
    });

    test("a function of the author reads and writes within the revision", async () => {
      await run({
        upgrade: (op) => {
          op.createTable(tag);
          op.bulkInsert(tag, [{ id: 1, name: "a" }]);
          op.run({ tag }, async (db) => {
            const { name } = await db.selectFrom("tag").select("name").executeTakeFirstOrThrow();
            await db.transaction().execute(async (inner) => void (await inner.insertInto("tag").values({ id: 2, name: `${name}!` }).execute()));
          });
          op.backfill(tag, { set: { name: sql`upper(name)` }, where: sql`id = 2` });
        },
      });
      expect(await connection.query("SELECT name FROM tag ORDER BY id")).toEqual([{ name: "a" }, { name: "A!" }]);
    });

    test("a function that throws leaves no row it wrote", async () => {
      const upgrade = (op: Operations) => {
        op.createTable(tag);
        op.run(async (db) => {
          await db.insertInto("tag").values({ id: 1, name: "a" }).execute();
          throw new Error("no more");
        });
      };
      await expect(run({ upgrade })).rejects.toMatchObject({ message: expect.stringContaining("no more") });
      if (dialect.capabilities.transactionalDdl) expect(await connection.hasTable("tag")).toBe(false);
      else expect(await connection.query("SELECT * FROM tag")).toEqual([]);
    });

    test("a todo refuses before anything is touched, and names its line", async () => {
      const upgrade = (op: Operations) => {
        op.createTable(tag);
        op.todo("Decide.");
      };
      await expect(run({ upgrade, path: "/m/a1.ts" })).rejects.toMatchObject({ code: "RUN-020", message: expect.stringContaining('Revision "a1"'), place: { file: expect.stringContaining("executor.test.ts") } });
      expect(await connection.hasTable("tag")).toBe(false);
      expect(await readHistory(connection, history)).toEqual([]);
    });

    test("what runs outside a transaction commits what stands before it", async () => {
      const upgrade = (op: Operations) => {
        op.createTable(tag);
        op.withoutTransaction(() => {
          op.execute("INSERT INTO tag (id, name) VALUES (1, 'a')");
          op.execute("INSERT INTO absent VALUES (1)");
        });
        op.execute("INSERT INTO tag (id, name) VALUES (2, 'b')");
      };
      await expect(run({ upgrade })).rejects.toMatchObject({ code: "RUN-031", message: expect.stringContaining("stopped at step 3 of 4 (2 of 4 done)") });
      expect(await readHistory(connection, history)).toMatchObject([{ stepsDone: 2, stepsTotal: 4 }]);
      await connection.execute("CREATE TABLE absent (id integer)");
      await run({ upgrade, resumeFrom: 2 });
      expect(await connection.query("SELECT id FROM tag ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
      expect(await readHistory(connection, history)).toMatchObject([{ stepsDone: 4, stepsTotal: 4 }]);
    });

    test("a first step that fails leaves no row, going up or down", async () => {
      const upgrade = (op: Operations) => op.withoutTransaction(() => op.execute("INSERT INTO absent VALUES (1)"));
      await expect(run({ upgrade })).rejects.toMatchObject({ code: "RUN-032", message: expect.stringContaining("failed at step 1 of 1") });
      expect(await readHistory(connection, history)).toEqual([]);
      await run();
      await expect(run({ upgrade, direction: "downgrade" })).rejects.toMatchObject({ code: "RUN-032" });
      expect((await readHistory(connection, history)).map(isHalfApplied)).toEqual([false]);
    });

    test("a downgrade that stops half-way is told by the history, and goes on", async () => {
      await run();
      const upgrade = (op: Operations) => {
        op.withoutTransaction(() => op.execute("INSERT INTO tag (id, name) VALUES (1, 'a')"));
        op.execute("INSERT INTO absent VALUES (1)");
      };
      await expect(run({ upgrade, direction: "downgrade" })).rejects.toMatchObject({ code: "RUN-031", message: expect.stringContaining("(1 of 2 done)") });
      expect(await readHistory(connection, history)).toMatchObject([{ direction: "downgrade", stepsDone: 1, stepsTotal: 2 }]);
      await connection.execute("CREATE TABLE absent (id integer)");
      await run({ upgrade, direction: "downgrade", resumeFrom: 1 });
      expect(await readHistory(connection, history)).toEqual([]);
    });

    test("a signal stops before the next step", async () => {
      const controller = new AbortController();
      const upgrade = (op: Operations) => {
        op.createTable(tag);
        op.run(async () => controller.abort());
        op.execute("INSERT INTO tag (id, name) VALUES (1, 'a')");
      };
      await expect(run({ upgrade, signal: controller.signal })).rejects.toMatchObject({ code: "RUN-034", message: expect.stringContaining("it was asked to stop") });
      expect(await connection.hasTable("tag")).toBe(!dialect.capabilities.transactionalDdl);
    });

    test("a verification that finds rows rolls back and shows them", async () => {
      if (!dialect.capabilities.transactionalDdl) return;
      const strict: Dialect = { ...dialect, plan: (operations, before) => ({ ...dialect.plan(operations, before), verify: [{ query: "SELECT name FROM tag", message: "no tag may be left" }] }) };
      await ensureHistory(connection, history);
      const broken = runRevision(connection, strict, options({
        upgrade: (op) => {
          op.createTable(tag);
          op.bulkInsert(tag, [{ id: 1, name: "left" }]);
        },
      }));
      await expect(broken).rejects.toMatchObject({ code: "RUN-030", message: expect.stringContaining('{"name":"left"}') });
      expect(await connection.hasTable("tag")).toBe(false);
    });

    test("setup and cleanup stand around the transaction, whatever happens in it", async () => {
      const statements: string[] = [];
      const listening: Connection = { ...connection, get inTransaction() { return connection.inTransaction; }, execute: async (statement) => { statements.push(`${connection.inTransaction ? "in" : "out"} ${statement}`); await connection.execute(statement); } };
      const around: Dialect = { ...dialect, plan: () => ({ setup: ["SELECT 1"], steps: [{ kind: "sql", sql: "SELECT * FROM absent", operation: 0, transaction: true }], verify: [], cleanup: ["SELECT 2"] }) };
      await ensureHistory(connection, history);
      await expect(runRevision(listening, around, options())).rejects.toMatchObject({ code: "RUN-032" });
      expect(statements[0]).toBe("out SELECT 1");
      expect(statements.at(-1)).toBe("out SELECT 2");
    });

    test("of several revisions, only the last waits for the disk, and those whose author does something beside the database", async ({ skip }) => {
      skip(dialect.running.commitsSoon === undefined, "Its commits wait as the server is set.");
      await run();
      const setting = "current_setting('synchronous_commit')";
      const [{ usual } = {}] = await connection.query(`SELECT ${setting} AS usual`);
      const noted = (revision: string, id: number, author?: (op: Operations) => void) => {
        const work = options({ revision, upgrade: (op) => (author?.(op), op.execute(`INSERT INTO tag VALUES (${id}, ${setting})`)), before: applyOperations(emptySchema, record((op) => op.createTable(tag)).map(({ operation }) => operation)) });
        return { work, plan: planRevision(dialect, work) };
      };
      const planned = [noted("b1", 1), noted("b2", 2, (op) => op.run(async () => {})), noted("b3", 3, (op) => op.withoutTransaction(() => op.execute("VACUUM tag"))), noted("b4", 4), noted("b5", 5)];
      await runRevisions(connection, dialect, planned, {});
      expect(await connection.query("SELECT id, name FROM tag ORDER BY id")).toEqual(["off", usual, usual, "off", usual].map((name, at) => ({ id: at + 1, name })));
      expect(await connection.query(`SELECT ${setting} AS usual`)).toEqual([{ usual }]);
    });

    test("the history may have a name of its own", async () => {
      history = historyOf(dialect, dialect.capabilities.namespaces ? "audit.past" : "past");
      await run();
      expect(await readHistory(connection, history)).toMatchObject([{ revision: "a1" }]);
    });
  });
}
