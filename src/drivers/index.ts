import type { Dialect as KyselyDialect } from "kysely";
import { GravenError, messageOf } from "../base/errors.ts";
import type { DialectName } from "../dialects/dialect.ts";
import type { Connection, SessionOpener } from "./connection.ts";
import { connectionOf } from "./session.ts";
import { inMemory, isToBeMade, maskUrl, parseUrl, titleOf, type ClientName } from "./url.ts";

export type { Connection } from "./connection.ts";
export { dialectOf, maskUrl } from "./url.ts";

/** Which database to open: by its URL, or through a Kysely dialect of the project's own. */
export interface DatabaseTarget {
  readonly url?: string | undefined;
  readonly kyselyDialect?: KyselyDialect | undefined;
  /** Says what a Kysely dialect speaks, where its class does not. */
  readonly dialect?: DialectName | undefined;
}

export interface OpenOptions {
  /** The folder that a file in a URL is relative to; the working folder by default. */
  readonly base?: string | undefined;
  /** Nothing is to be written: a file that is not there is not made, and stands for an empty database. */
  readonly reading?: boolean | undefined;
}

/** Each client's file, loaded only when a URL leads to it. */
const openers: { readonly [C in ClientName]: () => Promise<SessionOpener> } = {
  postgres: async () => (await import("./postgres.ts")).openPostgres,
  pglite: async () => (await import("./pglite.ts")).openPglite,
  sqlite: async () => (await import("./sqlite.ts")).openSqlite,
  mysql: async () => (await import("./mysql.ts")).openMysql,
};

/**
 * Opens one dedicated session. Throws DRV-001 when the client library is not installed, DRV-002 for a URL that is not
 * understood, DRV-003 when the database cannot be reached or refuses. Credentials stand in none of the messages.
 * @example const connection = await openDatabase({ url: "sqlite:dev.db" });
 */
export async function openDatabase(target: DatabaseTarget, options: OpenOptions = {}): Promise<Connection> {
  if (target.kyselyDialect) {
    const { openKyselyDialect } = await import("./kysely-dialect.ts");
    return connectionOf(await openKyselyDialect(target.kyselyDialect, target.dialect));
  }
  if (target.url === undefined) throw new GravenError("DRV-002", "No database is named.", { hint: 'Set `url` in graven.config.ts, such as "sqlite:dev.db", or give --url.' });
  const url = parseUrl(target.url, options.base ?? process.cwd());
  const open = await openers[url.client]();
  try {
    return await connectionOf(options.reading && isToBeMade(url) ? { ...(await open(inMemory(url))), title: titleOf(url) } : await open(url));
  } catch (error) {
    if (error instanceof GravenError) throw error;
    if (/Could not locate the bindings file|NODE_MODULE_VERSION/.test(messageOf(error))) {
      throw new GravenError("DRV-001", `The client of the ${titleOf(url)} is installed, but not built for this Node.`, { hint: `Run: npm rebuild ${packages[url.client]}`, cause: error });
    }
    throw new GravenError("DRV-003", `The ${titleOf(url)} cannot be reached, or refuses: ${withoutSecrets(messageOf(error), url.password)}`, {
      hint: hintFor(error, maskUrl(target.url)),
      cause: error,
    });
  }
}

const packages: Readonly<Record<ClientName, string>> = { postgres: "pg", pglite: "@electric-sql/pglite", sqlite: "better-sqlite3", mysql: "mysql2" };

/** What a person can look at first, by the code that the client or server gave. */
const hints: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Is the server running, and is this its host and port?",
  ENOENT: "Is the server running, and is this its socket?",
  ENOTFOUND: "Is the host's name right?",
  ETIMEDOUT: "Does a firewall stand between, or is the host wrong?",
  "28P01": "Check the user and the password.",
  "28000": "Check the user; the server's pg_hba.conf says who may connect how.",
  "3D000": "Create the database first: graven changes what is in a database, it makes none.",
  ER_ACCESS_DENIED_ERROR: "Check the user and the password.",
  ER_DBACCESS_DENIED_ERROR: "The user may not use this database.",
  ER_BAD_DB_ERROR: "Create the database first: graven changes what is in a database, it makes none.",
  SQLITE_CANTOPEN: "Is the folder there, and may it be written to?",
  SQLITE_NOTADB: "The file is something else than an SQLite database.",
};

function hintFor(error: unknown, shownUrl: string): string {
  const code = codeOf(error);
  return [code === undefined ? undefined : hints[code], `The URL is ${shownUrl}.`].filter(Boolean).join(" ");
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

function withoutSecrets(message: string, password: string | undefined): string {
  return password ? message.replaceAll(password, "***") : message;
}
