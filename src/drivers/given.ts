import { GravenError } from "../base/errors.ts";
import type { DialectName } from "../dialects/dialect.ts";
import type { Connection, Session } from "./connection.ts";
import { keepMysql, keepPostgres, keepSqlite, type Ask, type KeepSettings } from "./given-settings.ts";
import { connectionOf } from "./session.ts";

/** A client of the program's own: of `pg` (a client, or a pool, of which one client is taken), `better-sqlite3`, `mysql2` (likewise) or PGlite. */
export type GivenClient = object;

/** A connection over a client that is open, and how to give it back. It is never closed. */
export interface GivenConnection {
  readonly connection: Connection;
  readonly release: () => Promise<void>;
}

/** Whether something is a connection of graven's own. */
export function isConnection(given: object): given is Connection {
  return "dialect" in given && "hasTable" in given && "lock" in given;
}

/** The dialect of a client or a connection that is open; a client of MySQL may lead to MariaDB. Throws DRV-006. */
export function givenDialect(given: GivenClient): DialectName {
  return isConnection(given) ? given.dialect : kindOf(given).dialect;
}

/** Uses a client that is open, and gives it back with the settings that it had. Throws DRV-006 for what is none that graven knows. */
export async function givenConnection(client: GivenClient): Promise<GivenConnection> {
  const { take, ask, keep, session } = kindOf(client);
  const taken = take ? await take(client) : { client, release: () => {} };
  const asking = ask(taken.client);
  const restore = await keep(asking);
  const release = async () => {
    // A session that is gone, or stands in a transaction that failed, cannot be set back; its error was told already.
    await restore().catch(() => {});
    taken.release();
  };
  try {
    return { connection: await connectionOf({ ...(await session(taken.client)), close: async () => {} }), release };
  } catch (error) {
    await release();
    throw error;
  }
}

function kindOf(client: GivenClient) {
  const known = kinds.find(({ is }) => is(client));
  if (known) return known;
  throw new GravenError("DRV-006", "The connection is no client that graven knows.", { hint: "Give a client or pool of pg, a database of better-sqlite3, a connection or pool of mysql2, or a PGlite." });
}

interface Kind {
  readonly dialect: DialectName;
  readonly is: (client: object) => boolean;
  /** Of a pool one client, of what works with callbacks the one that works with promises; itself otherwise. */
  readonly take?: (client: any) => Promise<{ readonly client: any; readonly release: () => void }>;
  readonly ask: (client: any) => Ask;
  readonly keep: KeepSettings;
  readonly session: (client: any) => Promise<Session>;
}

const has = (client: object, ...names: readonly string[]) => names.every((name) => name in client);
const isFunction = (value: unknown) => typeof value === "function";

const sqlite: Kind = {
  dialect: "sqlite",
  is: (client) => has(client, "prepare", "pragma", "exec"),
  ask: (client) => async (sql) => {
    const statement = client.prepare(sql);
    return statement.reader ? statement.all() : (statement.run(), []);
  },
  keep: keepSqlite,
  session: async (client) => {
    const { sqliteSession } = await import("./sqlite.ts");
    const file = client.memory || !client.name ? undefined : String(client.name);
    return sqliteSession(client.constructor, client, file === undefined ? "database in memory" : `database ${file}`, file);
  },
};

const pglite: Kind = {
  dialect: "postgres",
  is: (client) => has(client, "waitReady", "exec", "query"),
  ask: (client) => async (sql) => (await client.query(sql)).rows,
  keep: keepPostgres,
  session: async (client) => (await import("./pglite.ts")).pgliteSession(client, "database of the PGlite"),
};

const postgres: Kind = {
  dialect: "postgres",
  is: (client) => has(client, "escapeIdentifier", "query"),
  ask: (client) => async (sql) => (await client.query(sql)).rows,
  keep: keepPostgres,
  session: async (client) => {
    const { postgresClient, postgresSession } = await import("./postgres.ts");
    return postgresSession("database of the connection", postgresClient(client));
  },
};

const postgresPool: Kind = {
  ...postgres,
  is: (client) => has(client, "totalCount", "connect"),
  take: async (pool) => {
    const client = await pool.connect();
    return { client, release: () => client.release() };
  },
};

const mysql: Kind = {
  dialect: "mysql",
  is: (client) => has(client, "threadId", "query", "execute"),
  take: async (client) => ({ client: isFunction(client.promise) ? client.promise() : client, release: () => {} }),
  ask: (client) => async (sql) => {
    const [rows] = await client.query(sql);
    return Array.isArray(rows) ? rows : [];
  },
  keep: keepMysql,
  session: async (client) => (await import("./mysql.ts")).mysqlSession(client, "database of the connection"),
};

const mysqlPool: Kind = {
  ...mysql,
  is: (client) => has(client, "getConnection", "query", "execute"),
  take: async (pool) => {
    const client = await (isFunction(pool.promise) ? pool.promise() : pool).getConnection();
    return { client, release: () => client.release() };
  },
};

/** By what each library's objects have, as a program may hold another copy of the library than graven would load. */
const kinds: readonly Kind[] = [sqlite, pglite, postgresPool, postgres, mysql, mysqlPool];
