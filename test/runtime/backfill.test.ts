import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import { runRevision, type RunEvent } from "../../src/runtime/executor.ts";
import { ensureHistory, historyOf, readHistory } from "../../src/runtime/history.ts";
import { printRevision } from "../../src/runtime/offline.ts";
import { record } from "../../src/runtime/recorder.ts";
import { emptySchema } from "../../src/schema/types.ts";
import { bigint, integer, primaryKey, sql, table, varchar, type Operations } from "graven/revision";
import { databaseKinds, openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";

const folder = mkdtempSync(join(tmpdir(), "graven-backfill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const item = table("item", { id: bigint().primaryKey(), name: varchar(40), n: integer().notNull() });
const pair = table("pair", { a: varchar(20).notNull(), b: integer().notNull(), n: integer() }, (t) => [primaryKey().on(t.a, t.b)]);
const keyless = table("keyless", { n: integer() });

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`batches on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, { timeout: 120_000 }, () => {
    const setting = async () => {
      const dialect = await loadDialect(kind === "pglite" ? "postgres" : kind);
      const server = kind === "postgres" || kind === "mariadb" ? await openTestDatabase(kind) : undefined;
      const connection = await openDatabase({ url: server?.url ?? (kind === "sqlite" ? `sqlite:${Math.random()}.db` : "pglite:") }, { base: folder });
      const history = historyOf(dialect);
      const tables = record((op) => [item, pair, keyless].forEach((each) => op.createTable(each))).map(({ operation }) => operation);
      const schema = applyOperations(emptySchema, tables);
      await ensureHistory(connection, history);
      const work = (upgrade: (op: Operations) => void, before = schema) => ({ revision: "r1", direction: "upgrade" as const, operations: record(upgrade), before, history, parents: [], checksum: "c", toolVersion: "0", now: () => new Date("2026-01-31T12:00:00Z") });
      await runRevision(connection, dialect, { ...work((op) => [item, pair, keyless].forEach((each) => op.createTable(each)), emptySchema), revision: "r0" });
      const ids = Array.from({ length: 250 }, (_, at) => 9_007_199_254_740_993n + BigInt(at) * 3n);
      await connection.execute(`INSERT INTO item (id, name, n) VALUES ${ids.map((id) => `(${id}, NULL, 0)`).join(", ")}`);
      return { dialect, connection, history, work, schema, close: async () => (await connection.close(), await server?.close()) };
    };
    const rows = async (connection: Connection, sqlText: string) => (await connection.query(sqlText)).map((row) => Object.values(row).map(Number));

    test("every row is filled once, in batches that are told, and nothing is left behind", async () => {
      const { dialect, connection, work, close } = await setting();
      const events: RunEvent[] = [];
      await runRevision(connection, dialect, { ...work((op) => op.backfill(item, { set: { n: sql`n + 1` }, where: sql`n >= 0`, batchSize: 100, pause: 1 })), onEvent: (event) => events.push(event) });
      expect(events.flatMap((event) => (event.kind === "progress" ? [[event.table, event.done, event.total]] : []))).toEqual([["item", 100, 250], ["item", 200, 250], ["item", 250, 250]]);
      expect(await rows(connection, "SELECT min(n), max(n), count(*) FROM item")).toEqual([[1, 1, 250]]);
      expect(await connection.hasTable("graven_revisions_progress")).toBe(false);
      await close();
    });

    test("what was killed goes on after its last batch, and writes no row twice", async () => {
      const { dialect, connection, history, work, close } = await setting();
      const revision = work((op) => {
        op.backfill(item, { set: { n: sql`n + 1` }, where: sql`n >= 0`, batchSize: 60 });
        op.execute("UPDATE item SET name = 'done'");
      });
      const stop = new AbortController();
      const stopped = runRevision(connection, dialect, { ...revision, signal: stop.signal, onEvent: (event) => void (event.kind === "progress" && event.done === 120 && stop.abort()) });
      await expect(stopped).rejects.toMatchObject({ code: expect.stringMatching(/RUN-03[14]/) });
      expect(await rows(connection, "SELECT sum(n) FROM item")).toEqual([[120]]);
      expect((await readHistory(connection, history)).find(({ revision: id }) => id === "r1")).toMatchObject({ stepsDone: 0, stepsTotal: 2 });

      const told: number[] = [];
      await runRevision(connection, dialect, { ...revision, resumeFrom: 0, onEvent: (event) => void (event.kind === "progress" && told.push(event.done)) });
      expect(told).toEqual([180, 240, 250]);
      expect(await rows(connection, "SELECT min(n) AS a, max(n) AS b, count(*) AS c, count(name) AS d FROM item")).toEqual([[1, 1, 250, 250]]);
      expect((await readHistory(connection, history)).find(({ revision: id }) => id === "r1")).toMatchObject({ stepsDone: 2, stepsTotal: 2 });
      expect(await connection.hasTable("graven_revisions_progress")).toBe(false);
      await close();
    });

    test("a required column comes in three steps, its rows filled in batches", async () => {
      const { dialect, connection, work, close } = await setting();
      await runRevision(connection, dialect, work((op) => {
        op.addColumn(item, "label", varchar(20));
        op.backfill("item", { set: { label: sql`'none'` }, batchSize: 99 });
        op.alterColumn(item, "label", { nullable: false });
      }));
      expect(await rows(connection, "SELECT count(*) FROM item WHERE label = 'none'")).toEqual([[250]]);
      await expect(connection.execute("INSERT INTO item (id, n, label) VALUES (1, 1, NULL)")).rejects.toThrow();
      await close();
    });

    test("a key of several columns, with texts that need quotes", async () => {
      const { dialect, connection, work, close } = await setting();
      const backslash = kind === "mariadb" ? "x\\\\y" : "x\\y";
      const values = ["it''s", backslash, "Größe", "a"].flatMap((a) => [1, 2, 3].map((b) => `('${a}', ${b}, NULL)`));
      await connection.execute(`INSERT INTO pair (a, b, n) VALUES ${values.join(", ")}`);
      const done: number[] = [];
      await runRevision(connection, dialect, { ...work((op) => op.backfill(pair, { set: { n: sql`b * 10` }, batchSize: 2 })), onEvent: (event) => void (event.kind === "progress" && done.push(event.done)) });
      expect(done).toEqual([2, 4, 6, 8, 10, 12]);
      expect(await rows(connection, "SELECT b, min(n), max(n) FROM pair GROUP BY b ORDER BY b")).toEqual([[1, 10, 10], [2, 20, 20], [3, 30, 30]]);
      await close();
    });

    test("without a primary key it is refused, and offline it is one statement", async () => {
      const { dialect, work, close } = await setting();
      expect(() => printRevision(dialect, work((op) => op.backfill(keyless, { set: { n: sql`1` }, batchSize: 5 })))).toThrow(expect.objectContaining({ code: "RUN-023" }));
      expect(printRevision(dialect, work((op) => op.backfill(item, { set: { n: sql`1` }, where: sql`n = 0`, batchSize: 5 })))).toContain(
        `-- Online this runs in batches of 5 rows, by the primary key.\nUPDATE ${dialect.tableName("item")} SET ${dialect.quote("n")} = 1 WHERE n = 0;`,
      );
      await close();
    });
  });
}
