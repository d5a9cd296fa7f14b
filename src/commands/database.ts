import { GravenError } from "../base/errors.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { loadDialect } from "../dialects/index.ts";
import type { Connection } from "../drivers/index.ts";
import { sourceChecksum } from "../revisions/checksum.ts";
import { currentHeads } from "../revisions/resolve.ts";
import type { RevisionStore } from "../revisions/store.ts";
import type { History, HistoryRow } from "../runtime/history.ts";
import type { LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";

/** A database that is open, with what its history says. */
export interface OpenDatabase {
  readonly connection: Connection;
  /** Of what really answers: a `mysql:` URL may lead to MariaDB. */
  readonly dialect: Dialect;
  readonly history: History;
}

export interface AppliedRevisions {
  readonly rows: readonly HistoryRow[];
  /** Applied, by id; one whose upgrade stopped in the middle is not. */
  readonly applied: ReadonlySet<string>;
  readonly heads: readonly string[];
  /** The revision that stopped in the middle, when one did. */
  readonly halfApplied: HistoryRow | undefined;
  /** Applied revisions whose file was edited since. */
  readonly edited: readonly string[];
}

/** Milliseconds that a run waits for another one to end. */
export const LOCK_TIMEOUT = 60_000;

/** Opens the project's database for the time of `work`. */
export async function withDatabase<T>(context: Context, config: LoadedConfig, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const [{ openDatabase }, { historyOf }] = await Promise.all([import("../drivers/index.ts"), import("../runtime/history.ts")]);
  const given = context.connection;
  if (given) {
    const dialect = await loadDialect(given.dialect);
    return work({ connection: given, dialect, history: historyOf(dialect, config.historyTable) });
  }
  const kysely = context.url === undefined ? config.kysely : undefined;
  const connection = await openDatabase(
    { url: context.url ?? config.url, kyselyDialect: typeof kysely === "function" ? await kysely() : kysely, dialect: config.dialect },
    { base: config.folder },
  );
  try {
    const dialect = await loadDialect(connection.dialect);
    return await work({ connection, dialect, history: historyOf(dialect, config.historyTable) });
  } finally {
    await connection.close();
  }
}

/** Holds the lock of the database's history for the time of `work`. */
export async function withLock<T>({ connection, history }: OpenDatabase, work: () => Promise<T>): Promise<T> {
  const lock = await connection.lock(`graven:${history.key}`, LOCK_TIMEOUT);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

/** What is applied, as the history says. Throws REV-027 for a revision that no file holds. */
export async function readApplied({ connection, history }: OpenDatabase, store: RevisionStore): Promise<AppliedRevisions> {
  const { isHalfApplied, readHistory } = await import("../runtime/history.ts");
  const rows = await readHistory(connection, history);
  const unknown = rows.find(({ revision }) => !store.graph.revisions.has(revision));
  if (unknown) {
    throw new GravenError("REV-027", `The database has the revision "${unknown.revision}", which is in no file of ${store.folder}.`, {
      hint: "Is this another branch, or another project's database? Bring the file back, or point --url at the right database.",
    });
  }
  // A downgrade that stopped in the middle is still to be ended, so its revision counts as applied.
  const applied = new Set(rows.filter((row) => !isHalfApplied(row) || row.direction === "downgrade").map(({ revision }) => revision));
  const edited = rows.filter(({ revision, checksum }) => checksum !== sourceChecksum(store.sources.get(revision)!)).map(({ revision }) => revision);
  return { rows, applied, heads: currentHeads(store.graph, applied), halfApplied: rows.find(isHalfApplied), edited };
}
