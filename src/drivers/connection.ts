import type { Kysely, Dialect as KyselyDialect } from "kysely";
import type { DialectName } from "../dialects/dialect.ts";
import type { BulkPath } from "./bulk.ts";
import type { DatabaseUrl } from "./url.ts";

/** One dedicated session with a database: what it begins, locks and sets stays its own. */
export interface Connection {
  /** What really answers: a `mysql:` URL that leads to a MariaDB server says `mariadb`. */
  readonly dialect: DialectName;
  /** Where it leads, without credentials, such as `database "shop" on localhost`. */
  readonly title: string;
  /** Kysely on this very session: its queries run inside the transaction that `begin` opened. */
  readonly kysely: Kysely<any>;
  /** Runs one query with its values inlined and gives its rows. */
  query<Row extends Record<string, unknown> = Record<string, unknown>>(sql: string): Promise<readonly Row[]>;
  /** The same for a query that comes again and again, with parameters as the database writes them: where the client can, the server plans it once. */
  repeat<Row extends Record<string, unknown> = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs one SQL text without parameters; it may hold several statements. */
  execute(sql: string): Promise<void>;
  /** Begins a transaction, with `first` as its first statement. Where each message costs a way to the server and back, it is sent together with the next one. */
  begin(first?: string): Promise<void>;
  /** Commits, after one last statement where one is given; what fails of either is thrown, and then `rollback` ends the transaction. */
  commit(last?: string): Promise<void>;
  /**
   * Runs a transaction's last statement of its own and commits after `last`, as `execute` and `commit` would, in one message where each
   * costs a way to the server and back. `onDone` is called once the first is done: what fails later is of `last` or of the commit.
   */
  finish(sql: string, last: string, onDone: () => void): Promise<void>;
  /**
   * Sends whole transactions, from the statement that begins one to its commit, in one message; each text is surely one statement.
   * `onDone` is told of each as it is done, one after the other; the first that fails ends the message, and what its transaction did is
   * taken back by `rollback`. Absent where a message costs nothing, or the client cannot tell.
   */
  readonly transactions?: ((statements: readonly string[], onDone: (at: number) => void) => Promise<void>) | undefined;
  /** The statement that begins a transaction. */
  readonly beginSql: string;
  rollback(): Promise<void>;
  /** Whether a transaction that `begin` opened is still open. */
  readonly inTransaction: boolean;
  /** Whether a table of this name is there (in the default schema when none is given). */
  hasTable(name: string, schema?: string): Promise<boolean>;
  /**
   * Takes a lock that one session at a time can hold, and that ends with the session. Where the client can open another session the
   * lock is held there, and this one holds a second, so that a statement which outlives its process still keeps others away.
   * Throws DRV-005 when another session still holds it after `timeout` milliseconds, and says who; RUN-034 when it was stopped.
   */
  lock(name: string, wait: number | LockWait): Promise<Lock>;
  /** Loads many rows at once; absent where the client has no such way. */
  readonly bulk?: BulkPath | undefined;
  close(): Promise<void>;
}

/** How long to wait for a lock, and what to do meanwhile. */
export interface LockWait {
  /** In milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
  /** Called once when it takes a while, with who holds it where that can be told. */
  readonly onWait?: ((holder: string | undefined) => void) | undefined;
}

export interface Lock {
  /** Asks in the session that holds the lock, which is free while the other one waits; absent where there is only one. */
  readonly query?: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  release(): Promise<void>;
}

/** What a client library's file hands over: one session, as thin as it can be. */
export interface Session {
  readonly dialect: DialectName;
  readonly title: string;
  /** One statement with parameters, as Kysely compiles it. */
  run(sql: string, parameters: readonly unknown[]): Promise<SessionResult>;
  /** As `run`, for a statement that the server is to keep prepared; absent where that makes no difference. */
  readonly repeat?: (sql: string, parameters: readonly unknown[]) => Promise<SessionResult>;
  /** One text, maybe of several statements, without parameters. */
  execute(sql: string): Promise<void>;
  /**
   * Single statements in one message, of which `onDone` is told one by one as they are done; the first that fails ends it. Absent where
   * the client cannot tell, or a message costs nothing.
   */
  readonly executeJoined?: ((statements: readonly string[], onDone: (at: number) => void) => Promise<void>) | undefined;
  /** The statement that begins a transaction. */
  readonly beginSql: string;
  /** Whether one message may begin a transaction, or end it, beside a statement: the server stops at the first that fails. */
  readonly joins?: boolean | undefined;
  /** A query whose only row says, as `present`, whether the table is there. */
  hasTableSql(name: string, schema: string | undefined): string;
  lock(name: string, wait: LockWait): Promise<Lock>;
  /** Opens another session with the same database, where the client can. */
  readonly another?: (() => Promise<Session>) | undefined;
  readonly bulk?: BulkPath | undefined;
  close(): Promise<void>;
  /** Kysely's parts for this database; absent means those of the dialect's name. */
  readonly kysely?: KyselyParts;
}

export interface SessionResult {
  readonly rows: Record<string, unknown>[];
  readonly affected?: bigint;
  readonly insertId?: bigint;
}

/** What Kysely needs of a database beside a driver. */
export type KyselyParts = Pick<KyselyDialect, "createAdapter" | "createQueryCompiler" | "createIntrospector">;

/** Opens a session for a parsed URL. */
export type SessionOpener = (url: DatabaseUrl) => Promise<Session>;

/** A text as an SQL string literal that every one of our databases reads alike; for names, which hold no backslash. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
