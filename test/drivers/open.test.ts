import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { SqliteDialect } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { loadClient } from "../../src/drivers/client.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { databaseKinds, openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";

const folder = mkdtempSync(join(tmpdir(), "graven-drivers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, async () => {
    const server = reason === undefined ? await openTestDatabase(kind) : undefined;
    const url = server?.url ?? (kind === "sqlite" ? "sqlite:dev.db" : "pglite:");
    const open = () => openDatabase({ url }, { base: folder });
    afterAll(() => server?.close());

    test("queries, several statements in a text, and transactions share one session", async () => {
      const connection = await open();
      try {
        await connection.execute("CREATE TABLE a (id integer primary key); INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);");
        expect(await connection.query("SELECT id FROM a ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
        await connection.begin();
        expect(connection.inTransaction).toBe(true);
        await connection.kysely.insertInto("a").values({ id: 3 }).execute();
        await connection.kysely.transaction().execute(async (inner) => {
          const { numUpdatedRows } = await inner.updateTable("a").set({ id: 4 }).where("id", "=", 2).executeTakeFirstOrThrow();
          expect(numUpdatedRows).toBe(1n);
        });
        await connection.kysely.transaction().execute(async (inner) => {
          await inner.deleteFrom("a").execute();
          throw new Error("no");
        }).catch(() => {});
        expect(await connection.query("SELECT id FROM a ORDER BY id")).toEqual([{ id: 1 }, { id: 3 }, { id: 4 }]);
        await connection.rollback();
        expect(connection.inTransaction).toBe(false);
        expect(await connection.query("SELECT id FROM a ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
        expect([await connection.hasTable("a"), await connection.hasTable("b")]).toEqual([true, false]);
      } finally {
        await connection.close();
      }
    });

    test.skipIf(kind === "pglite")("a lock waits for the one who holds it, and is told in time (skipped: one session only)", async () => {
      const [first, second] = [await open(), await open()];
      try {
        const lock = await first.lock("migrations", 1000);
        await expect(second.lock("migrations", 200)).rejects.toMatchObject({ code: "DRV-005" });
        await lock.release();
        await (await second.lock("migrations", 1000)).release();
        expect(readdirSync(folder).filter((name) => name.endsWith("lock"))).toEqual([]);
      } finally {
        await first.close();
        await second.close();
      }
    });
  });
}

test("SQLite checks foreign keys from the start", async () => {
  const connection = await openDatabase({ url: "sqlite::memory:" });
  expect(await connection.query("PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1 }]);
  await connection.close();
});

test("a missing client library is named", async () => {
  const missing = Object.assign(new Error("Cannot find package 'pg' imported from /x.js"), { code: "ERR_MODULE_NOT_FOUND" });
  await expect(loadClient("pg", () => Promise.reject(missing))).rejects.toMatchObject({ code: "DRV-001", hint: "npm install pg" });
});

test("a server that does not answer is named without its credentials", async () => {
  const error: unknown = await openDatabase({ url: "postgres://ada:secret@127.0.0.1:1/shop" }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "DRV-003", message: expect.stringContaining('database "shop" on 127.0.0.1:1'), hint: expect.stringContaining("postgres://ada:***@127.0.0.1:1/shop") });
  expect(`${(error as Error).message} ${(error as { hint: string }).hint}`).not.toContain("secret");
});

test("a MySQL server that does not answer is told alike", async () => {
  await expect(openDatabase({ url: "mysql://ada:secret@127.0.0.1:1/shop" })).rejects.toMatchObject({ code: "DRV-003", hint: expect.stringContaining("ada:***@") });
});

test("a file in a folder that is not there is told", async () => {
  await expect(openDatabase({ url: "sqlite:none/dev.db" }, { base: folder })).rejects.toMatchObject({ code: "DRV-003", message: expect.stringContaining("none/dev.db") });
});

test("a Kysely dialect of the project's own is used, and asked what it is", async () => {
  const connection = await openDatabase({ kyselyDialect: new SqliteDialect({ database: new BetterSqlite(":memory:") }) });
  expect(connection.dialect).toBe("sqlite");
  await connection.execute("CREATE TABLE a (id integer); INSERT INTO a VALUES (1); -- the end");
  expect(await connection.kysely.selectFrom("a").selectAll().execute()).toEqual([{ id: 1 }]);
  await connection.close();
});
