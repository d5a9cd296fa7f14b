import { join } from "node:path";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { ensureHistory, historyOf, readHistory } from "../../src/runtime/history.ts";
import { openDatabase as openTestDatabase } from "../support/databases.ts";
import type { MadeProject } from "../support/project.ts";

export type FaultKind = "sqlite" | "postgres" | "mariadb";

/** A database of its own with an empty history, by its URL. */
export async function scratchDatabase(kind: FaultKind, project: MadeProject): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const database = kind === "sqlite" ? { url: `sqlite:${join(project.folder, `${Math.random().toString(36).slice(2)}.db`)}`, close: async () => {} } : await openTestDatabase(kind);
  const connection = await openDatabase({ url: database.url! });
  await ensureHistory(connection, historyOf(await loadDialect(kind)));
  await connection.close();
  return { url: database.url!, close: database.close };
}

/** What stands in a database: its schema, its rows, and its history. */
export async function stateOf(kind: FaultKind, url: string) {
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
}

/** Runs `attempt` disturbed at its first statement, the next time at its second, and so on, beginning again wherever the history moves, until it comes to its end; gives how often it was disturbed. */
export async function disturbed(kind: FaultKind, url: string, attempt: (at: number) => Promise<boolean>, stride = 1): Promise<number> {
  const connection = await openDatabase({ url });
  const history = historyOf(await loadDialect(kind));
  try {
    let at = 1;
    let seen = JSON.stringify(await readHistory(connection, history));
    for (let runs = 0; runs < 1000; runs++) {
      if (await attempt(at)) return runs;
      const now = JSON.stringify(await readHistory(connection, history));
      at = now === seen ? at + stride : 1;
      seen = now;
    }
    throw new Error("It never came to an end.");
  } finally {
    await connection.close();
  }
}
