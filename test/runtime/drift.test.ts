import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadDialect, type Dialect } from "../../src/dialects/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { applyOperations } from "../../src/operations/apply.ts";
import { runRevision } from "../../src/runtime/executor.ts";
import { ensureHistory, historyOf } from "../../src/runtime/history.ts";
import { driftText } from "../../src/runtime/inspect.ts";
import { record } from "../../src/runtime/recorder.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { boolean, integer, json, numeric, ref, sql, table, text, timestamp, varchar, type Operations } from "graven/revision";
import { databaseKinds, openDatabase as openTestDatabase, unavailable, type TestDatabase } from "../support/databases.ts";

const folder = mkdtempSync(join(tmpdir(), "graven-drift-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), level: integer(), note: text() });
const member = table("member", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull(), role_id: integer().references("role.id") });
const all = table("all_types", { id: integer().primaryKey(), price: numeric(10, 2), at: timestamp(), data: json(), done: boolean(), words: text() });

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, { timeout: 60_000 }, () => {
    let server: TestDatabase | undefined;
    let connection: Connection;
    let dialect: Dialect;
    let schema: Schema;
    let count = 0;

    beforeAll(async () => {
      dialect = await loadDialect(kind === "pglite" ? "postgres" : kind);
      if (kind === "postgres" || kind === "mariadb") server = await openTestDatabase(kind);
      connection = await openDatabase({ url: server?.url ?? (kind === "sqlite" ? "sqlite:drift.db" : "pglite:") }, { base: folder });
      schema = emptySchema;
      await run((op) => {
        op.createTable(role);
        op.createTable(member);
        op.createTable(all);
      });
      schema = applyOperations(emptySchema, record((op) => [role, member, all].forEach((each) => op.createTable(each))).map(({ operation }) => operation));
    }, 60_000);
    beforeEach(async () => {
      for (const each of ["member", "role", "all_types"]) await connection.execute(`DELETE FROM ${each}`);
    });
    afterAll(async () => {
      await connection?.close();
      await server?.close();
    });

    /** Runs operations as a revision of their own; gives what was reported. */
    const run = async (upgrade: (op: Operations) => void): Promise<string[]> => {
      const history = historyOf(dialect);
      await ensureHistory(connection, history);
      const told: string[] = [];
      await runRevision(connection, dialect, {
        revision: `r${count++}`,
        direction: "upgrade",
        operations: record(upgrade),
        before: schema,
        history,
        parents: [],
        checksum: "c",
        toolVersion: "0",
        now: () => new Date("2026-01-31T12:00:00Z"),
        onEvent: (event) => void (event.kind === "drifted" && told.push(driftText(event.drift))),
      });
      return told;
    };
    const roles = async () => (await connection.query("SELECT name, level, note FROM role ORDER BY name")).map(({ name, level, note }) => [name, level, note]);
    const stand = (...rows: readonly string[]) => connection.execute(`INSERT INTO role (name, level, note) VALUES ${rows.join(", ")}`);

    test("a row that is there with the same values is adopted without a word", async () => {
      await stand("('admin', 9, 'all')");
      expect(await run((op) => op.bulkInsert(role, [{ name: "admin", level: 9, note: "all" }, { name: "guest", level: 0 }], { key: "name" }))).toEqual([]);
      expect(await roles()).toEqual([["admin", 9, "all"], ["guest", 0, null]]);
    });

    test("a row that is there with other values is kept and reported", async () => {
      await stand("('admin', 3, NULL)", "('mine', 1, 'own')");
      expect(await run((op) => op.bulkInsert(role, [{ name: "admin", level: 9 }, { name: "guest", level: null }], { key: "name" }))).toEqual(['The row of "role" with name "admin" holds other values than the revision inserts, and is kept as it is.']);
      expect(await roles()).toEqual([["admin", 3, null], ["guest", null, null], ["mine", 1, "own"]]);
    });

    test("it is overwritten where the revision says so, but for columns that are the users'", async () => {
      await stand("('admin', 3, 'own words')");
      expect(await run((op) => op.bulkInsert(role, [{ name: "admin", level: 9, note: "all" }], { key: "name", drift: "overwrite", ignore: ["note"] }))).toEqual(['The row of "role" with name "admin" holds other values than the revision inserts, and is overwritten.']);
      expect(await roles()).toEqual([["admin", 9, "own words"]]);
    });

    test("columns that are the users' are no drift", async () => {
      await stand("('admin', 9, 'own words')");
      expect(await run((op) => op.bulkInsert(role, [{ name: "admin", level: 9, note: "all" }], { key: "name", ignore: ["note"] }))).toEqual([]);
      expect(await run((op) => op.deleteRows(role, { key: "name", ignore: ["note"] }, [{ name: "admin" }], { was: [{ name: "admin", level: 9, note: "all" }] }))).toEqual([]);
      expect(await roles()).toEqual([]);
    });

    test("drift ends the revision where it says so, and nothing has changed", async () => {
      await stand("('admin', 3, NULL)");
      await expect(run((op) => op.bulkInsert(role, [{ name: "guest" }, { name: "admin", level: 9 }], { key: "name", drift: "fail" }))).rejects.toThrow('The row of "role" with name "admin" holds other values than the revision inserts.');
      await expect(run((op) => op.updateRows(role, { key: "name", drift: "fail" }, [{ name: "admin", level: 9 }], { was: [{ name: "admin", level: 8 }] }))).rejects.toThrow('The row of "role" with name "admin" was changed by hand.');
      expect(await roles()).toEqual([["admin", 3, null]]);
    });

    test("skip leaves a row without a word, fail takes none", async () => {
      await stand("('admin', 3, NULL)");
      expect(await run((op) => op.bulkInsert(role, [{ name: "admin", level: 9 }], { key: "name", onConflict: "skip" }))).toEqual([]);
      await expect(run((op) => op.bulkInsert(role, [{ name: "admin", level: 3 }], { key: "name", onConflict: "fail" }))).rejects.toThrow('The row of "role" with name "admin" is there already.');
      expect(await roles()).toEqual([["admin", 3, null]]);
    });

    test("an update changes the rows that hold what they did, and reports those that do not or are gone", async () => {
      await stand("('a', 1, NULL)", "('b', 7, NULL)", "('c', 2, NULL)", "('mine', 1, NULL)");
      const told = await run((op) =>
        op.updateRows(role, { key: "name" }, ["a", "b", "c", "d"].map((name) => ({ name, level: 2 })), { was: ["a", "b", "c", "d"].map((name) => ({ name, level: 1 })) }),
      );
      expect(told).toEqual(['The row of "role" with name "b" was changed by hand, and is kept as it is. The row of "role" with name "d" is gone, so there is nothing to update.']);
      expect(await roles()).toEqual([["a", 2, null], ["b", 7, null], ["c", 2, null], ["mine", 1, null]]);
    });

    test("an update overwrites where it says so", async () => {
      await stand("('a', 7, NULL)");
      expect(await run((op) => op.updateRows(role, { key: "name", drift: "overwrite" }, [{ name: "a", level: 2 }], { was: [{ name: "a", level: 1 }] }))).toEqual(['The row of "role" with name "a" was changed by hand, and is overwritten.']);
      expect(await roles()).toEqual([["a", 2, null]]);
    });

    test("NULL is a value like others", async () => {
      await stand("('a', NULL, NULL)", "('b', 1, NULL)");
      expect(await run((op) => op.updateRows(role, { key: "name" }, [{ name: "a", level: 2 }, { name: "b", level: null }], { was: [{ name: "a", level: null }, { name: "b", level: 1 }] }))).toEqual([]);
      expect(await roles()).toEqual([["a", 2, null], ["b", null, null]]);
    });

    test("a deletion leaves the rows that were changed by hand", async () => {
      await stand("('a', 1, 'x')", "('b', 1, 'y')", "('mine', 1, 'x')");
      const was = [{ name: "a", level: 1, note: "x" }, { name: "b", level: 1, note: "x" }, { name: "c", level: 1, note: "x" }];
      expect(await run((op) => op.deleteRows(role, { key: "name" }, was.map(({ name }) => ({ name })), { was }))).toEqual([
        'The row of "role" with name "b" was changed by hand, and is kept. The row of "role" with name "c" is gone, so there is nothing to delete.',
      ]);
      expect(await roles()).toEqual([["b", 1, "y"], ["mine", 1, "x"]]);
    });

    test("a key that changes is found by what it was", async () => {
      await stand("('guest', 0, NULL)", "('old', 5, NULL)");
      await connection.execute("INSERT INTO member (name, role_id) SELECT 'mine', id FROM role WHERE name = 'guest'");
      expect(await run((op) => op.updateRows(role, { key: "name" }, [{ name: "visitor", level: 0 }, { name: "new", level: 5 }], { was: [{ name: "guest", level: 0 }, { name: "old", level: 4 }] }))).toEqual(['The row of "role" with name "old" was changed by hand, and is kept as it is.']);
      expect(await roles()).toEqual([["old", 5, null], ["visitor", 0, null]]);
      expect(await connection.query("SELECT r.name FROM member m JOIN role r ON r.id = m.role_id")).toEqual([{ name: "visitor" }]);
    });

    test("references are compared by the row they mean", async () => {
      await stand("('a', 1, NULL)", "('b', 2, NULL)");
      await connection.execute("INSERT INTO member (name, role_id) SELECT 'first', id FROM role WHERE name = 'a'");
      await connection.execute("INSERT INTO member (name, role_id) SELECT 'moved', id FROM role WHERE name = 'b'");
      const to = (name: string) => ref(role, { name }, "id");
      expect(await run((op) => op.updateRows(member, { key: "name" }, [{ name: "first", role_id: to("b") }, { name: "moved", role_id: null }], { was: [{ name: "first", role_id: to("a") }, { name: "moved", role_id: to("a") }] }))).toEqual(['The row of "member" with name "moved" was changed by hand, and is kept as it is.']);
      expect(await connection.query("SELECT m.name, r.name AS role FROM member m JOIN role r ON r.id = m.role_id ORDER BY m.name")).toEqual([{ name: "first", role: "b" }, { name: "moved", role: "b" }]);
    });

    test("values of every kind are known again after they were written", async () => {
      const rows = [
        { id: 1, price: "0.10", at: new Date("2024-02-29T23:59:58.123Z"), data: { b: [1, { a: null }], a: "it's" }, done: true, words: "Größe \\ 'x'\n" },
        { id: 2, price: 12.345, at: null, data: null, done: false, words: "" },
      ];
      await run((op) => op.bulkInsert(all, rows, { key: "id" }));
      expect(await run((op) => op.bulkInsert(all, rows, { key: "id" }))).toEqual([]);
      expect(await run((op) => op.deleteRows(all, { key: "id" }, rows.map(({ id }) => ({ id })), { was: rows }))).toEqual([]);
      expect(await connection.query("SELECT * FROM all_types")).toEqual([]);
    });

    test("another letter case is another value", async () => {
      await stand("('a', 1, 'Admins')");
      expect(await run((op) => op.updateRows(role, { key: "name" }, [{ name: "a", note: "everybody" }], { was: [{ name: "a", note: "admins" }] }))).toHaveLength(1);
      expect(await roles()).toEqual([["a", 1, "Admins"]]);
    });

    test("what SQL made is not compared", async () => {
      await run((op) => op.bulkInsert(role, [{ name: "a", note: sql`upper('x')` }], { key: "name" }));
      await connection.execute("UPDATE role SET note = 'changed'");
      expect(await run((op) => op.deleteRows(role, { key: "name" }, [{ name: "a" }], { was: [{ name: "a", note: sql`upper('x')` }] }))).toEqual([]);
      expect(await roles()).toEqual([]);
    });

    test("after explicit ids, and ids that were changed, the counter goes on past them", async () => {
      await run((op) => {
        op.bulkInsert(role, [{ id: 5000, name: "a" }], { key: "name" });
        op.updateRows(role, { key: "name" }, [{ name: "a", id: 6000 }], { was: [{ name: "a", id: 5000 }] });
      });
      await stand("('b', NULL, NULL)");
      expect(await connection.query("SELECT name FROM role WHERE id > 6000")).toEqual([{ name: "b" }]);
    });

    test("many rows are looked at in parts", async () => {
      const rows = Array.from({ length: 450 }, (_, at) => ({ name: `n${at}`, level: at }));
      await run((op) => op.bulkInsert(role, rows, { key: "name" }));
      await connection.execute("UPDATE role SET level = -1 WHERE name IN ('n7', 'n449')");
      const told = await run((op) => op.deleteRows(role, { key: "name" }, rows.map(({ name }) => ({ name })), { was: rows }));
      expect(told).toEqual(['The row of "role" with name "n7" was changed by hand, and is kept.', 'The row of "role" with name "n449" was changed by hand, and is kept.']);
      expect((await roles()).map(([name]) => name)).toEqual(["n449", "n7"]);
    });
  });
}
