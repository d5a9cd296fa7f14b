import { existsSync } from "node:fs";
import { hash } from "../base/hash.ts";
import type { Lock, Session } from "./connection.ts";
import { quotedText } from "./connection.ts";
import { loadClient } from "./client.ts";
import { pollLock } from "./lock.ts";
import { copyPath } from "./postgres-copy.ts";
import { titleOf, type DatabaseUrl } from "./url.ts";

/** Opens a session on a PostgreSQL server with the client library `pg`. */
export async function openPostgres(url: DatabaseUrl): Promise<Session> {
  const { default: pg } = await loadClient("pg", () => import("pg"));
  const client = new pg.Client({ connectionString: connectionString(url) });
  // A connection that breaks between two queries must not end the process: the next query tells.
  client.on("error", () => {});
  await client.connect();
  return postgresSession(titleOf(url), {
    run: async (sql, parameters) => {
      const { rows, rowCount } = last(await client.query(sql, [...parameters]));
      return { rows: rows ?? [], ...(rowCount !== null && rowCount !== undefined && { affected: BigInt(rowCount) }) };
    },
    execute: async (sql) => void (await client.query(sql)),
    close: () => client.end(),
    bulk: copyPath(client),
  });
}

/** What every PostgreSQL session has in common, whoever carries its queries. */
export function postgresSession(title: string, client: Pick<Session, "run" | "execute" | "close" | "bulk">): Session {
  return {
    ...client,
    dialect: "postgres",
    title,
    beginSql: "BEGIN",
    hasTableSql: (name, schema) =>
      `SELECT count(*)::int AS present FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND c.relname = ${quotedText(name)} AND ${schema === undefined ? "n.nspname = current_schema()" : `n.nspname = ${quotedText(schema)}`}`,
    lock: (name, timeout) => advisoryLock(client, title, name, timeout),
  };
}

/** Polls: a session that waits within pg_advisory_lock holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for it. */
async function advisoryLock(client: Pick<Session, "run">, title: string, name: string, timeout: number): Promise<Lock> {
  const key = BigInt.asIntN(64, BigInt(`0x${hash(`graven ${name}`).slice(0, 16)}`));
  await pollLock(title, timeout, async () => (await client.run(`SELECT pg_try_advisory_lock(${key}) AS taken`, [])).rows[0]?.["taken"] === true);
  return { release: async () => void (await client.run(`SELECT pg_advisory_unlock(${key})`, [])) };
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

function last<T>(result: T | T[]): T {
  return Array.isArray(result) ? result.at(-1)! : result;
}
