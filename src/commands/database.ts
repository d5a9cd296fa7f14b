import { GravenError } from "../base/errors.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { loadDialect } from "../dialects/index.ts";
import type { Lock } from "../drivers/connection.ts";
import type { Connection } from "../drivers/index.ts";
import { graphWithin, standingOf, type Replacement } from "../revisions/replaced.ts";
import type { RevisionGraph } from "../revisions/graph.ts";
import { currentHeads } from "../revisions/resolve.ts";
import { checksumOf, type RevisionStore } from "../revisions/store.ts";
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
  /** The history in which these stand: within a run that another revision stands for, the one before that. */
  readonly graph: RevisionGraph;
  /** The revision that stopped in the middle, when one did. */
  readonly halfApplied: HistoryRow | undefined;
  /** Applied revisions whose file was edited since. */
  readonly edited: readonly string[];
  /** Rows of runs that one revision stands for now: it counts as applied, and is to take their place. */
  readonly collapsed: readonly Replacement[];
  /** The revision that stands for a run of which a part is applied. */
  readonly within: Replacement | undefined;
}

/** Seconds that a run waits for another one to end, when nobody says how long. */
const lockTimeoutDefault = 60;

/** Opens the project's database for the time of `work`, which only reads: a file that is not there is not made, and reads as an empty database. */
export function readDatabase<T>(context: Context, config: LoadedConfig, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  return withDatabase(context, config, work, { reading: true });
}

/** Opens the project's database for the time of `work`. */
export async function withDatabase<T>(context: Context, config: LoadedConfig, work: (database: OpenDatabase) => Promise<T>, { reading }: { readonly reading?: boolean } = {}): Promise<T> {
  const [{ openDatabase }, { historyOf }] = await Promise.all([import("../drivers/index.ts"), import("../runtime/history.ts")]);
  const given = context.connection;
  if (given) {
    const { givenConnection, isConnection } = await import("../drivers/given.ts");
    const { connection, release } = isConnection(given) ? { connection: given, release: async () => {} } : await givenConnection(given);
    try {
      const dialect = await loadDialect(connection.dialect);
      if (context.schema !== undefined) await enterSchema(connection, dialect, context.schema);
      return await work({ connection, dialect, history: historyOf(dialect, config.historyTable) });
    } finally {
      await release();
    }
  }
  const kysely = context.url === undefined ? config.kysely : undefined;
  if (config.databases && !kysely && (context.url ?? config.url) === undefined) throw new GravenError("DRV-002", "The config names its databases by `databases()`, and this command takes one.", { hint: "Name it with --url, and --schema where it is a schema." });
  const connection = await openDatabase(
    { url: context.url ?? config.url, kyselyDialect: typeof kysely === "function" ? await kysely() : kysely, dialect: config.dialect },
    { base: config.folder, reading },
  );
  try {
    const dialect = await loadDialect(connection.dialect);
    if (context.schema !== undefined) await enterSchema(connection, dialect, context.schema);
    return await work({ connection, dialect, history: historyOf(dialect, config.historyTable) });
  } finally {
    await connection.close();
  }
}

/** Makes a schema the one in which names without a schema are looked for and made. Throws RUN-062 where there are none. */
async function enterSchema(connection: Connection, dialect: Dialect, schema: string): Promise<void> {
  refuseSchema(dialect);
  await connection.execute(`SET search_path TO ${dialect.quote(schema)}`);
}

/** What makes everything in a script happen in one schema, which is made where the script is for an empty database. */
export function enterSchemaSql(dialect: Dialect, schema: string | undefined, isFirst: boolean): readonly string[] {
  if (schema === undefined) return [];
  refuseSchema(dialect);
  const name = dialect.quote(schema);
  return [[...(isFirst ? [`CREATE SCHEMA IF NOT EXISTS ${name};`] : []), `SET search_path TO ${name};`, ""].join("\n")];
}

/** Throws RUN-062 where a database has no schemas within. */
function refuseSchema(dialect: Dialect): void {
  if (!dialect.capabilities.namespaces) throw new GravenError("RUN-062", `${dialect.title} has no schemas within a database.`, { hint: "Leave --schema out; name a database of its own by its URL." });
}

/** Makes the schema that was entered where it is not there: for what writes, under its lock, as two that make one at once fail. */
async function makeSchema(connection: Connection, dialect: Dialect, schema: string): Promise<void> {
  const [row] = await connection.query(`SELECT current_schema() AS present`);
  if (row?.["present"] === null) await connection.execute(`CREATE SCHEMA IF NOT EXISTS ${dialect.quote(schema)}`);
}

/** Holds the lock of the database's history for the time of `work`. */
export async function withLock<T>(context: Pick<Context, "report" | "signal" | "schema">, { connection, dialect, history }: OpenDatabase, seconds: number | undefined, work: (lock: Lock) => Promise<T>): Promise<T> {
  const onWait = (holder: string | undefined) => context.report({ kind: "waiting", title: connection.title, ...(holder !== undefined && { holder }) });
  const lock = await connection.lock(`graven:${context.schema === undefined ? "" : `${context.schema}.`}${history.key}`, { timeout: (seconds ?? lockTimeoutDefault) * 1000, signal: context.signal, onWait });
  try {
    if (context.schema !== undefined) await makeSchema(connection, dialect, context.schema);
    return await work(lock);
  } finally {
    await lock.release();
  }
}

/** What is applied, as the history says. Throws REV-027 for a revision that no file holds. */
export async function readApplied({ connection, history }: OpenDatabase, store: RevisionStore): Promise<AppliedRevisions> {
  const { isApplied, isHalfApplied, readHistory } = await import("../runtime/history.ts");
  const rows = await readHistory(connection, history);
  const unknown = rows.find(({ revision }) => !store.graph.revisions.has(revision) && !store.graph.replacedBy?.has(revision));
  if (unknown) {
    throw new GravenError("REV-027", `The database has the revision "${unknown.revision}", which is in no file of ${store.folder}.`, {
      hint: "Is this another branch, or another project's database? Bring the file back, or point --url at the right database.",
    });
  }
  // A downgrade that stopped in the middle is still to be ended, so its revision counts as applied.
  const { applied, collapsed, within } = standingOf(store.replaced, new Set(rows.filter(isApplied).map(({ revision }) => revision)));
  // One that stopped in the middle may be mended where it goes on.
  const edited = rows.filter((row) => !isHalfApplied(row) && store.sources.has(row.revision) && row.checksum !== checksumOf(store, row.revision)).map(({ revision }) => revision);
  const graph = graphWithin(store.replaced, store.graph, within);
  return { rows, applied, heads: currentHeads(graph, applied), graph, halfApplied: rows.find(isHalfApplied), edited, collapsed, within };
}
