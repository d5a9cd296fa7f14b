import { userInfo } from "node:os";
import { existsSync } from "node:fs";

/** A database of its own, empty, on a real engine. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** The URL under which graven reaches it; in-memory engines have none that another connection could use. */
  readonly url: string | undefined;
  /** Runs one statement (or, without rows to read, several) and gives the rows. */
  query<Row extends Record<string, unknown> = Record<string, any>>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

export type DatabaseKind = "sqlite" | "pglite" | "postgres" | "mariadb";
export const databaseKinds: readonly DatabaseKind[] = ["sqlite", "pglite", "postgres", "mariadb"];

let counter = 0;
const freshName = () => `graven_test_${process.pid}_${Date.now().toString(36)}_${counter++}`;

/** Why a kind cannot be used here, or nothing. In CI a server that does not answer is a failure, not a skip. */
export async function unavailable(kind: DatabaseKind): Promise<string | undefined> {
  if (kind === "sqlite" || kind === "pglite") return undefined;
  try {
    await (kind === "postgres" ? withPostgresAdmin(async () => {}) : withMariadbAdmin(async () => {}));
    return undefined;
  } catch (error) {
    const reason = `${kind} does not answer here: ${error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error)}`;
    if (process.env["CI"]) throw new Error(`${reason}. In CI the tests must reach it.`, { cause: error });
    return reason;
  }
}

export async function openDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return openers[kind]();
}

/** Drops everything that stands in a database, so that many tests can share one. */
export async function emptied(database: TestDatabase): Promise<void> {
  if (database.kind === "sqlite") {
    await database.query("PRAGMA foreign_keys = OFF");
    for (const { name } of await database.query<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'view'")) await database.query(`DROP VIEW "${name.replaceAll('"', '""')}"`);
    for (const { name } of await database.query<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) await database.query(`DROP TABLE "${name.replaceAll('"', '""')}"`);
    await database.query("PRAGMA foreign_keys = ON");
  } else if (database.kind === "mariadb") {
    await database.query("SET foreign_key_checks = 0");
    const dropped = "SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END AS noun, table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() UNION ALL SELECT routine_type, routine_name FROM information_schema.routines WHERE routine_schema = DATABASE() UNION ALL SELECT 'EVENT', event_name FROM information_schema.events WHERE event_schema = DATABASE()";
    for (const { noun, name } of await database.query<{ noun: string; name: string }>(dropped)) await database.query(`DROP ${noun} \`${name.replaceAll("`", "``")}\``);
    await database.query("SET foreign_key_checks = 1");
  } else {
    const schemas = await database.query<{ name: string }>("SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'");
    for (const { name } of schemas) await database.query(`DROP SCHEMA "${name.replaceAll('"', '""')}" CASCADE`);
    await database.query("CREATE SCHEMA public");
  }
}

const openers: Record<DatabaseKind, () => Promise<TestDatabase>> = {
  sqlite: async () => {
    const { default: Database } = await import("better-sqlite3");
    const database = new Database(":memory:");
    database.pragma("foreign_keys = ON");
    return {
      kind: "sqlite",
      url: undefined,
      query: async (sql) => {
        try {
          const statement = database.prepare(sql);
          if (statement.reader) return statement.all() as never;
          statement.run();
        } catch (error) {
          if (!/more than one statement/.test(String(error))) throw error;
          database.exec(sql);
        }
        return [];
      },
      close: async () => void database.close(),
    };
  },
  pglite: async () => {
    const { PGlite } = await import("@electric-sql/pglite");
    const database = await PGlite.create();
    return {
      kind: "pglite",
      url: undefined,
      query: async (sql) => (await database.exec(sql)).at(-1)?.rows as never,
      close: () => database.close(),
    };
  },
  postgres: async () => {
    const name = freshName();
    await withPostgresAdmin((run) => run(`CREATE DATABASE ${name}`));
    const { default: pg } = await import("pg");
    const client = new pg.Client({ ...postgresServer(), database: name });
    await client.connect();
    return {
      kind: "postgres",
      url: postgresUrl(name),
      query: async (sql) => {
        const result = await client.query(sql);
        return ((Array.isArray(result) ? result.at(-1) : result)?.rows ?? []) as never;
      },
      close: async () => {
        await client.end();
        await withPostgresAdmin((run) => run(`DROP DATABASE ${name} WITH (FORCE)`));
      },
    };
  },
  mariadb: async () => {
    const name = freshName();
    await withMariadbAdmin((run) => run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`));
    const { createConnection } = await import("mysql2/promise");
    const connection = await createConnection({ ...mariadbServer(), database: name, multipleStatements: true });
    return {
      kind: "mariadb",
      url: mariadbUrl(name),
      query: async (sql) => {
        const [rows] = await connection.query(sql);
        return (Array.isArray(rows) ? rows : []) as never;
      },
      close: async () => {
        await connection.end();
        await withMariadbAdmin((run) => run(`DROP DATABASE ${name}`));
      },
    };
  },
};

/** The URL of a server, through a database that is always there. */
export function serverUrl(kind: "postgres" | "mariadb"): string {
  return kind === "postgres" ? postgresUrl("postgres") : mariadbUrl("");
}

const postgresSocket = "/var/run/postgresql";
const mariadbSocket = "/run/mysqld/mysqld.sock";

/** `GRAVEN_TEST_POSTGRES` and `GRAVEN_TEST_MARIADB` name other servers, as URLs without a database. */
function postgresServer() {
  const url = process.env["GRAVEN_TEST_POSTGRES"];
  if (url) return { connectionString: url };
  return existsSync(postgresSocket) ? { host: postgresSocket, user: userInfo().username } : { host: "127.0.0.1", user: userInfo().username };
}

function postgresUrl(database: string): string {
  const url = process.env["GRAVEN_TEST_POSTGRES"];
  if (url) return Object.assign(new URL(url), { pathname: `/${database}` }).href;
  return existsSync(postgresSocket) ? `postgres:///${database}?host=${postgresSocket}` : `postgres://127.0.0.1/${database}`;
}

function mariadbServer() {
  const url = process.env["GRAVEN_TEST_MARIADB"];
  if (url) return { uri: url };
  return existsSync(mariadbSocket) ? { socketPath: mariadbSocket, user: userInfo().username } : { host: "127.0.0.1", user: userInfo().username };
}

function mariadbUrl(database: string): string {
  const url = process.env["GRAVEN_TEST_MARIADB"];
  if (url) return Object.assign(new URL(url), { pathname: `/${database}` }).href;
  return existsSync(mariadbSocket) ? `mariadb:///${database}?socketPath=${mariadbSocket}` : `mariadb://127.0.0.1/${database}`;
}

async function withPostgresAdmin(work: (run: (sql: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ ...postgresServer(), database: "postgres" });
  await client.connect();
  try {
    await work((sql) => client.query(sql));
  } finally {
    await client.end();
  }
}

async function withMariadbAdmin(work: (run: (sql: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const { createConnection } = await import("mysql2/promise");
  const connection = await createConnection(mariadbServer());
  try {
    await work((sql) => connection.query(sql));
  } finally {
    await connection.end();
  }
}
