import { GravenError } from "../base/errors.ts";
import type { DialectName } from "../dialects/dialect.ts";
import type { Connection, Session } from "./connection.ts";
import { connectionOf } from "./session.ts";

/** A client of the program's own: of `pg` (a client, or a pool, of which one client is taken), `better-sqlite3`, `mysql2/promise` or PGlite. */
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

/** Uses a client that is open. Throws DRV-006 for what is none that graven knows. */
export async function givenConnection(client: GivenClient): Promise<GivenConnection> {
  const { session, release } = await kindOf(client).open(client);
  return { connection: await connectionOf({ ...session, close: async () => {} }), release };
}

function kindOf(client: GivenClient) {
  const known = kinds.find(({ is }) => is(client));
  if (known) return known;
  throw new GravenError("DRV-006", "The connection is no client that graven knows.", { hint: "Give a client or pool of pg, a database of better-sqlite3, a connection of mysql2/promise, or a PGlite." });
}

interface Opened {
  readonly session: Session;
  readonly release: () => Promise<void>;
}

const stays = async () => {};
const has = (client: object, ...names: readonly string[]) => names.every((name) => name in client);

/** By what each library's objects have, as a program may hold another copy of the library than graven would load. */
const kinds: readonly { readonly dialect: DialectName; readonly is: (client: object) => boolean; readonly open: (client: any) => Promise<Opened> }[] = [
  {
    dialect: "sqlite",
    is: (client) => has(client, "prepare", "pragma", "exec"),
    open: async (client) => {
      const { sqliteSession } = await import("./sqlite.ts");
      const file = client.memory || !client.name ? undefined : String(client.name);
      return { session: sqliteSession(client.constructor, client, file === undefined ? "database in memory" : `database ${file}`, file), release: stays };
    },
  },
  {
    dialect: "postgres",
    is: (client) => has(client, "waitReady", "exec", "query"),
    open: async (client) => ({ session: (await import("./pglite.ts")).pgliteSession(client, "database of the PGlite"), release: stays }),
  },
  {
    dialect: "postgres",
    is: (client) => has(client, "totalCount", "connect"),
    open: async (pool) => {
      const client = await pool.connect();
      return { session: await postgresOf(client), release: async () => void client.release() };
    },
  },
  { dialect: "postgres", is: (client) => has(client, "escapeIdentifier", "query"), open: async (client) => ({ session: await postgresOf(client), release: stays }) },
  {
    dialect: "mysql",
    is: (client) => has(client, "threadId", "query", "execute"),
    open: async (client) => ({ session: await (await import("./mysql.ts")).mysqlSession(client, "database of the connection"), release: stays }),
  },
];

async function postgresOf(client: any): Promise<Session> {
  const { postgresClient, postgresSession } = await import("./postgres.ts");
  return postgresSession("database of the connection", postgresClient(client));
}
