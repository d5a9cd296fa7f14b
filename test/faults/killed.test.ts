import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase, type Connection } from "../../src/drivers/index.ts";
import { upgrade } from "../../src/commands/run.ts";
import { ensureHistory, historyOf, readHistory } from "../../src/runtime/history.ts";
import { openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";
import { makeProject, root, type MadeProject } from "../support/project.ts";
import { tenRevisions } from "./history.ts";

const child = join(root, "test/faults/child.mjs");

/** Runs the project in a process that ends itself at a statement; gives its exit code, or nothing when it was killed. */
function run(project: MadeProject, url: string, direction: string, at: number, sent: boolean): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const stderr: Buffer[] = [];
    const started = spawn(process.execPath, [child, project.folder, url, direction, String(at), sent ? "sent" : ""], { cwd: project.folder, stdio: ["ignore", "ignore", "pipe"] });
    started.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    started.on("error", reject);
    started.on("exit", (code) => (code === null || code === 0 ? resolve(code) : reject(new Error(`At statement ${at}, ${direction}:\n${Buffer.concat(stderr).toString()}`))));
  });
}

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let project: MadeProject;
    const open = async () => {
      if (kind === "sqlite") return { url: `sqlite:${join(project.folder, `${Math.random().toString(36).slice(2)}.db`)}`, close: async () => {} };
      const database = await openTestDatabase(kind);
      return { url: database.url!, close: database.close };
    };
    beforeAll(async () => {
      project = await makeProject(tenRevisions, "{}", "js");
    });
    afterAll(() => project?.remove());

    /** What stands in a database: its schema, its rows, and its history. */
    const stateOf = async (url: string) => {
      const dialect = await loadDialect(kind);
      const connection = await openDatabase({ url });
      try {
        const schema = await dialect.readCatalogue((sql) => connection.query(sql) as never, { ignoreTables: ["graven_revisions"] });
        const rows: Record<string, unknown> = {};
        for (const key of Object.keys(schema.tables)) rows[key] = await connection.query(`SELECT * FROM ${dialect.tableName(key)} ORDER BY 1`);
        const history = (await readHistory(connection, historyOf(dialect))).map(({ revision, direction, stepsDone, stepsTotal, takesBack, error }) => ({ revision, direction, isWhole: stepsDone === stepsTotal, takesBack, error }));
        return { schema, rows, history: history.sort((a, b) => (a.revision < b.revision ? -1 : 1)) };
      } finally {
        await connection.close();
      }
    };

    /** Kills a run at its first statement, the next one at its second, and so on, beginning again wherever the history moves. */
    const runKilled = async (url: string, direction: "upgrade" | "downgrade", sent: boolean) => {
      const connection: Connection = await openDatabase({ url });
      const history = historyOf(await loadDialect(kind));
      let kills = 0;
      try {
        let at = 1;
        let seen = JSON.stringify(await readHistory(connection, history));
        for (let runs = 0; runs < 1000; runs++) {
          if ((await run(project, url, direction, at, sent)) === 0) return kills;
          kills++;
          const now = JSON.stringify(await readHistory(connection, history));
          at = now === seen ? at + 1 : 1;
          seen = now;
        }
        throw new Error("It never came to an end.");
      } finally {
        await connection.close();
      }
    };

    test("killed at every statement, on the way up and on the way down, it ends as if nothing had happened", { timeout: 1_800_000 }, async () => {
      const [calm, killed] = [await open(), await open()];
      try {
        await upgrade(project.context({ url: calm.url }));
        for (const { url } of [calm, killed]) {
          const connection = await openDatabase({ url });
          await ensureHistory(connection, historyOf(await loadDialect(kind)));
          await connection.close();
        }
        const whole = await stateOf(calm.url);
        expect(await runKilled(killed.url, "upgrade", false)).toBeGreaterThan(40);
        expect(await stateOf(killed.url)).toEqual(whole);
        expect(whole.history.every(({ isWhole, direction }) => isWhole && direction === "upgrade")).toBe(true);

        if (kind !== "mariadb" && !process.env["GRAVEN_TEST_ALL"]) return;
        expect(await runKilled(killed.url, "downgrade", true)).toBeGreaterThan(20);
        expect(await stateOf(killed.url)).toMatchObject({ rows: {}, history: [] });
      } finally {
        await calm.close();
        await killed.close();
      }
    });
  });
}
