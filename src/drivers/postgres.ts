import type * as Pg from "pg";
import type { Client, QueryResult } from "pg";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { hostname } from "node:os";
import { hash } from "../base/hash.ts";
import type { Lock, LockWait, Session, SessionResult } from "./connection.ts";
import { quotedText } from "./connection.ts";
import { loadClient } from "./client.ts";
import { pollLock } from "./lock.ts";
import { copyPath } from "./postgres-copy.ts";
import { executeJoined } from "./postgres-joined.ts";
import { titleOf, type DatabaseUrl } from "./url.ts";

/** Opens a session on a PostgreSQL server with the client library `pg`. */
export async function openPostgres(url: DatabaseUrl): Promise<Session> {
  const pg = await loadClient("pg", loadPg);
  const client = new pg.Client({ connectionString: connectionString(url), application_name: url.parameters["application_name"] ?? ownName() });
  // A connection that breaks between two queries must not end the process: the next query tells.
  client.on("error", () => {});
  await client.connect();
  return postgresSession(titleOf(url), { ...postgresClient(client), another: () => openPostgres(url) });
}

/**
 * `pg` asks what it runs in by making a Response where there is no `navigator`, and on Node 20 that loads all of `fetch`: five times
 * what `pg` takes by itself. So it finds the one that newer Nodes have, for as long as it is being loaded and nobody else runs.
 */
async function loadPg(): Promise<typeof Pg> {
  const require = createRequire(import.meta.url);
  if ("navigator" in globalThis) return require("pg") as typeof Pg;
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { userAgent: `Node.js/${process.versions.node.split(".")[0]}` } });
  try {
    return require("pg") as typeof Pg;
  } finally {
    Reflect.deleteProperty(globalThis, "navigator");
  }
}

type PostgresClient = InstanceType<typeof Client>;

/** How a client of `pg` carries statements. */
export function postgresClient(client: PostgresClient): Pick<Session, "run" | "repeat" | "execute" | "executeJoined" | "close" | "bulk"> {
  const names = new Map<string, string>();
  let count = 0;
  const named = async (sql: string, parameters: readonly unknown[]): Promise<SessionResult> => {
    const name = names.get(sql) ?? `graven_${++count}`;
    names.set(sql, name);
    return resultOf(await client.query({ name, text: sql, values: [...parameters] }));
  };
  return {
    run: async (sql, parameters) => resultOf(last(await client.query(sql, [...parameters]))),
    repeat: async (sql, parameters) => {
      try {
        return await named(sql, parameters);
      } catch (error) {
        // 26000: what is prepared ended with a DISCARD or DEALLOCATE of somebody's, and the client knows nothing of it.
        if ((error as { code?: unknown }).code !== "26000") throw error;
        names.clear();
        return named(sql, parameters);
      }
    },
    execute: async (sql) => void (await client.query(sql)),
    executeJoined: (statements, onDone) => executeJoined(client, statements, onDone),
    close: () => client.end(),
    bulk: copyPath(client),
  };
}

/** What every PostgreSQL session has in common, whoever carries its queries. */
export function postgresSession(title: string, client: Pick<Session, "run" | "repeat" | "execute" | "executeJoined" | "close" | "bulk" | "another">): Session {
  return {
    ...client,
    dialect: "postgres",
    title,
    beginSql: "BEGIN",
    joins: true,
    hasTableSql: (name, schema) =>
      `SELECT count(*)::int AS present FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND c.relname = ${quotedText(name)} AND ${schema === undefined ? "n.nspname = current_schema()" : `n.nspname = ${quotedText(schema)}`}`,
    lock: (name, wait) => advisoryLock(client, title, name, wait),
  };
}

/** Polls: a session that waits within pg_advisory_lock holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for it. */
async function advisoryLock(client: Pick<Session, "run">, title: string, name: string, wait: LockWait): Promise<Lock> {
  const key = BigInt.asIntN(64, BigInt(`0x${hash(`graven ${name}`).slice(0, 16)}`));
  await pollLock({
    title,
    wait,
    tryLock: async () => (await client.run(`SELECT pg_try_advisory_lock(${key}) AS taken`, [])).rows[0]?.["taken"] === true,
    holder: async () => (await client.run(holderSql(key), [])).rows.map(({ who }) => String(who))[0],
  });
  return { release: async () => void (await client.run(`SELECT pg_advisory_unlock(${key})`, [])) };
}

/** A lock of one 64-bit key stands in pg_locks as two numbers. https://www.postgresql.org/docs/current/view-pg-locks.html */
function holderSql(key: bigint): string {
  return `SELECT concat_ws(' ', coalesce(nullif(a.application_name, ''), 'a session'), '(pid', l.pid, 'of', a.usename, coalesce('from ' || host(a.client_addr), 'on this machine') || ', since', to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ')') AS who
FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()) AND ((l.classid::bigint << 32) | l.objid::bigint) = ${key}`;
}

/** By this a session is known to the others: `graven 4711 at build-3`. The server keeps 63 bytes. */
function ownName(): string {
  return `graven ${process.pid} at ${hostname()}`.slice(0, 63);
}

/** `pg` reads sslmode and its like from a connection string only. */
function connectionString({ host, port, user, password, database, parameters }: DatabaseUrl): string {
  const query = new URLSearchParams({ ...parameters, user: user! });
  const address = host ?? localSocket(port);
  if (address !== undefined) query.set("host", address);
  if (password !== undefined) query.set("password", password);
  if (port !== undefined) query.set("port", String(port));
  return `postgres:///${encodeURIComponent(database!)}?${query}`;
}

/** The socket folder that libpq would try first, when a server listens there. */
function localSocket(port = 5432): string | undefined {
  return ["/var/run/postgresql", "/tmp"].find((folder) => existsSync(`${folder}/.s.PGSQL.${port}`));
}

function resultOf({ rows, rowCount }: QueryResult): SessionResult {
  return { rows: rows ?? [], ...(rowCount !== null && rowCount !== undefined && { affected: BigInt(rowCount) }) };
}

function last<T>(result: T | T[]): T {
  return Array.isArray(result) ? result.at(-1)! : result;
}
