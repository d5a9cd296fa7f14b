import type { Context } from "./context.ts";
import { enterSchemaSql, withDatabase, withLock } from "./database.ts";
import { openProject } from "./project.ts";

export interface EnsuredVersion {
  /** The history table, with its schema where it has one. */
  readonly table: string;
  /** Whether it was made now. */
  readonly created: boolean;
  /** With `sql`: the script. */
  readonly sql?: string;
}

/** Makes the history table where it is not there yet, and applies nothing. */
export async function ensureVersion(context: Context, options: { readonly sql?: boolean | undefined; readonly lockTimeout?: number | undefined } = {}): Promise<EnsuredVersion> {
  const { config, dialect } = await openProject(context);
  if (options.sql) {
    const [{ historyOf }, { printHistory }] = await Promise.all([import("../runtime/history.ts"), import("../runtime/offline.ts")]);
    return { table: config.historyTable, created: false, sql: [...enterSchemaSql(dialect, context.schema, true), printHistory(dialect, historyOf(dialect, config.historyTable))].join("\n") };
  }
  return withDatabase(context, config, (database) =>
    withLock(context, database, options.lockTimeout ?? config.lockTimeout, async () => {
      const { ensureHistory } = await import("../runtime/history.ts");
      const { connection, history } = database;
      const created = !(await connection.hasTable(history.table.name, history.table.schema));
      await ensureHistory(connection, history);
      return { table: config.historyTable, created };
    }),
  );
}
