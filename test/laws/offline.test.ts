import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDialect } from "../../src/dialects/index.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { applyOperations, invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { runRevision } from "../../src/runtime/executor.ts";
import { ensureHistory, historyOf } from "../../src/runtime/history.ts";
import { printHistory, printRevision } from "../../src/runtime/offline.ts";
import type { RevisionWork } from "../../src/runtime/plan.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { diffRequiredRows } from "../../src/seeds/diff.ts";
import { allCases } from "../support/cases.ts";
import { openDatabase as openTestDatabase, unavailable, type TestDatabase } from "../support/databases.ts";
import { noShell, runScript, shellName, type ShellKind } from "../support/shells.ts";

const cases = await allCases();
const folder = mkdtempSync(join(tmpdir(), "graven-offline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the clock and chance put into rows differs between two runs. */
const clock = /"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d(?:\.\d+)?Z?)?"|"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/g;

type Kind = ShellKind;

/** What a client cannot carry, which the script says in a warning. */
const shellLosses: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  sqlite: { defaults_with_everything: "sqlite3 leaves carriage returns out" },
};

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const dialect = await loadDialect(kind);
  const history = historyOf(dialect);
  const client = shellName(kind);
  const missing = (await unavailable(kind)) ?? noShell(kind);

  describe.skipIf(missing !== undefined)(`${kind}, by ${client}${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
    const servers: TestDatabase[] = [];
    let online: Connection;
    let offline: Connection;
    let urls: readonly string[];

    let files = 0;
    const openFiles = async () => {
      await online?.close();
      await offline?.close();
      urls = [`sqlite:${join(folder, `online${++files}.db`)}`, `sqlite:${join(folder, `offline${files}.db`)}`];
      [online, offline] = [await openDatabase({ url: urls[0]! }), await openDatabase({ url: urls[1]! })];
    };

    beforeAll(async () => {
      if (kind === "sqlite") return openFiles();
      urls = (servers.push(await openTestDatabase(kind), await openTestDatabase(kind)), servers.map(({ url }) => url!));
      [online, offline] = [await openDatabase({ url: urls[0]! }), await openDatabase({ url: urls[1]! })];
    });
    afterAll(async () => {
      await online?.close();
      await offline?.close();
      for (const server of servers) await server.close();
    });

    for (const each of cases) {
      const reason = each.options.skip?.[kind] ?? shellLosses[kind]?.[each.name];
      if (reason) {
        test.skip(`${each.name} (skipped: ${reason})`);
        continue;
      }
      test(`${each.name}: the script leaves the same database as the run, on the way up and back`, async () => {
        const { before, operations } = await each.load(dialect);
        const tables = diffSchemas(emptySchema, before.schema, { comparison: dialect });
        const start = [...tables, ...diffRequiredRows({ ...before.schema, requiredRows: {} }, before.schema, before.rowOptions)];
        const first = work("first", "upgrade", start, emptySchema);
        const second = work("second", "upgrade", operations, before.schema);
        const back = work("second", "downgrade", invertOperations(operations, before.schema), applyOperations(before.schema, operations));
        if (kind === "sqlite") await openFiles();
        else for (const connection of [online, offline]) await empty(connection, kind);

        await ensureHistory(online, history);
        await runRevision(online, dialect, first);
        runScript(kind, urls[1]!, `${printHistory(dialect, history)}\n${printRevision(dialect, first)}`);
        for (const connection of [online, offline]) for (const sql of each.options.rows ?? []) await connection.execute(sql);
        expect(await stateOf(offline)).toEqual(await stateOf(online));

        await runRevision(online, dialect, second);
        runScript(kind, urls[1]!, printRevision(dialect, second));
        expect(await stateOf(offline)).toEqual(await stateOf(online));

        if (back.operations.some(({ operation }) => operation.kind === "irreversible")) return;
        await runRevision(online, dialect, back);
        runScript(kind, urls[1]!, printRevision(dialect, back));
        expect(await stateOf(offline)).toEqual(await stateOf(online));
      });
    }

    function work(revision: string, direction: RevisionWork["direction"], operations: readonly Operation[], before: Schema): RevisionWork {
      return { revision, direction, operations: operations.map((operation) => ({ operation, place: undefined })), before, history, parents: [], checksum: "c", toolVersion: "0", now: () => new Date("2026-01-31T12:00:00Z") };
    }

    /** The schema, all rows and the history. */
    async function stateOf(connection: Connection) {
      const schema = await dialect.readCatalogue((sql) => connection.query(sql) as never);
      const rows: Record<string, unknown> = {};
      for (const key of Object.keys(schema.tables)) rows[key] = (await connection.query(`SELECT * FROM ${dialect.tableName(key)}`)).map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)).replace(clock, "<now>")).sort();
      return { schema, rows };
    }
  });
}

/** Makes a scratch database as new, through a connection to it. */
async function empty(connection: Connection, kind: Exclude<Kind, "sqlite">): Promise<void> {
  if (kind === "mariadb") {
    const [row] = await connection.query("SELECT DATABASE() AS name");
    const name = String(row!["name"]);
    if (!/^graven_test_\w+$/.test(name)) throw new Error(`"${name}" is no scratch database.`);
    return connection.execute(`DROP DATABASE ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4; USE ${name}`);
  }
  const schemas = await connection.query("SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'");
  for (const { name } of schemas) await connection.execute(`DROP SCHEMA "${String(name).replaceAll('"', '""')}" CASCADE`);
  await connection.execute("CREATE SCHEMA public");
}
