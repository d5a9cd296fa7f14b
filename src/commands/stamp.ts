import { GravenError } from "../base/errors.ts";
import { version } from "../base/version.ts";
import { ancestorsOf, parentsOf } from "../revisions/graph.ts";
import { stampChange, type StampChange } from "../revisions/paths.ts";
import { currentHeads, resolveSymbol } from "../revisions/resolve.ts";
import { checksumOf, type RevisionStore } from "../revisions/store.ts";
import type { History, HistoryRow } from "../runtime/history.ts";
import type { Context } from "./context.ts";
import { enterSchemaSql, readApplied, withDatabase, withLock, type AppliedRevisions, type OpenDatabase } from "./database.ts";
import { openProject, type Project } from "./project.ts";

export interface StampOptions {
  /** Where the history shall stand: revisions, `heads`, `base`, `label@base`, `+1` and so on, each on a branch of its own. */
  readonly revisions: readonly string[];
  /** Forget all rows first, also those of revisions that no file holds. */
  readonly purge?: boolean | undefined;
  /** Seconds to wait for another run to end. */
  readonly lockTimeout?: number | undefined;
  /** Give the SQL, and change nothing. */
  readonly sql?: boolean | undefined;
}

export interface StampResult {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Where the database stands now. */
  readonly heads: readonly string[];
  /** With `sql`: the script. */
  readonly sql?: string;
}

/** Says in the history that the database stands at some revisions, and runs none of them. */
export async function stamp(context: Context, options: StampOptions): Promise<StampResult> {
  const project = await openProject(context);
  if (options.sql) return offline(context, project, options);
  const { store } = project;
  return withDatabase(context, project.config, async (database) =>
    withLock(context, database, options.lockTimeout ?? project.config.lockTimeout, async () => {
      const { ensureHistory, readHistory } = await import("../runtime/history.ts");
      const rows = await readHistory(database.connection, database.history);
      const present = options.purge ? undefined : await readApplied(database, store);
      const change = stampChange(store.graph, options.revisions, present?.applied ?? new Set());
      await ensureHistory(database.connection, database.history);
      const purged = options.purge ? rows.map(({ revision }) => revision) : [];
      await write(database, [...purged.map(database.history.deleteSql), ...statements(context, store, database.history, change, present)]);
      const kept = new Set(change.applied);
      return { added: change.added.filter((id) => !purged.includes(id)), removed: [...change.removed, ...purged.filter((id) => !kept.has(id))], heads: currentHeads(store.graph, kept) };
    }),
  );
}

async function offline(context: Context, { store, config, dialect }: Project, { revisions, purge }: StampOptions): Promise<StampResult> {
  const [{ historyOf }, { printHistory }] = await Promise.all([import("../runtime/history.ts"), import("../runtime/offline.ts")]);
  const history = historyOf(dialect, config.historyTable);
  const starts = new Set(revisions.flatMap((text) => (text.includes(":") ? [text.slice(0, text.indexOf(":"))] : [])));
  if (starts.size > 1) throw new GravenError("REV-028", `The stamps start in several places: ${[...starts].join(", ")}.`, { hint: "Give one start for all, as in: gen stamp 384c:27c6 384c:91ab --sql" });
  const [start = ""] = starts;
  const applied = new Set(start === "" ? [] : ancestorsOf(store.graph, resolveSymbol(store.graph, start)));
  const change = stampChange(store.graph, revisions.map((text) => text.slice(text.indexOf(":") + 1)), purge ? new Set() : applied);
  const head = purge ? [`DELETE FROM ${dialect.tableName(history.key)}`] : [];
  const lines = ["BEGIN", ...head, ...statements(context, store, history, change, undefined), "COMMIT"].map((sql) => `${sql};`);
  const table = start === "" && !purge ? [printHistory(dialect, history)] : [];
  return { added: change.added, removed: change.removed, heads: currentHeads(store.graph, new Set(change.applied)), sql: [...enterSchemaSql(dialect, context.schema, table.length > 0), ...table, `${lines.join("\n")}\n`].join("\n") };
}

function statements(context: Context, store: RevisionStore, history: History, { added, removed, applied }: StampChange, present: AppliedRevisions | undefined): string[] {
  // A stamp also settles the revision that stopped in the middle: it is applied or it is not, as the person says.
  const half = present?.halfApplied?.revision;
  const settled = half === undefined ? [] : [history.deleteSql(half)];
  const insert = (id: string) => history.insertSql(rowOf(context, store, id));
  const kept = half !== undefined && applied.includes(half) && !added.includes(half) ? [insert(half)] : [];
  return [...settled, ...removed.filter((id) => id !== half).map(history.deleteSql), ...kept, ...added.map(insert)];
}

function rowOf(context: Context, store: RevisionStore, id: string): HistoryRow {
  return { revision: id, parents: parentsOf(store.graph, id), checksum: checksumOf(store, id), appliedAt: context.now(), direction: "upgrade", stepsDone: 0, stepsTotal: 0, toolVersion: version };
}

async function write({ connection }: OpenDatabase, sql: readonly string[]): Promise<void> {
  await connection.begin();
  try {
    for (const statement of sql) await connection.execute(statement);
    await connection.commit();
  } catch (error) {
    await connection.rollback().catch(() => {});
    throw error;
  }
}
