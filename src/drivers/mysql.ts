import type { Connection } from "mysql2/promise";
import { existsSync } from "node:fs";
import { shortHash } from "../base/hash.ts";
import { sessionSql } from "../dialects/mysql/session.ts";
import { sqlStatements } from "../base/sql-statements.ts";
import { loadClient } from "./client.ts";
import { quotedText, type Lock, type LockWait, type Session, type SessionResult } from "./connection.ts";
import { pollLock } from "./lock.ts";
import { allowsLoad, loadDataPath } from "./mysql-load.ts";
import { titleOf, type DatabaseUrl } from "./url.ts";

/** Opens a session on a MySQL or MariaDB server with the client library `mysql2`. Times are UTC, and come as text, to the last digit. */
export async function openMysql(url: DatabaseUrl): Promise<Session> {
  const { createConnection } = await loadClient("mysql2", () => import("mysql2/promise"));
  const connection = await createConnection({
    ...address(url),
    ...(url.user !== undefined && { user: url.user }),
    ...(url.password !== undefined && { password: url.password }),
    ...(url.database !== undefined && { database: url.database }),
    ...clientOptions(url.parameters),
    multipleStatements: true,
    timezone: "Z",
    dateStrings: true,
    supportBigNumbers: true,
  });
  return { ...(await mysqlSession(connection, titleOf(url))), close: () => connection.end(), another: () => openMysql(url) };
}

/** A session on a connection that is open. Statements go one by one where it takes no several in one text. */
export async function mysqlSession(connection: Connection, title: string): Promise<Session> {
  const run = async (sql: string, parameters: readonly unknown[]): Promise<SessionResult> => {
    const [result] = await connection.query(sql, [...parameters] as never[]);
    if (Array.isArray(result)) return { rows: result as Record<string, unknown>[] };
    return { rows: [], affected: BigInt(result.affectedRows), ...(result.insertId && { insertId: BigInt(result.insertId) }) };
  };
  const takesSeveral = (connection.config as { readonly multipleStatements?: boolean } | undefined)?.multipleStatements !== false;
  await run(sessionSql, []);
  const { rows } = await run("SELECT VERSION() AS version, DATABASE() AS name", []);
  return {
    dialect: /mariadb/i.test(String(rows[0]?.["version"])) ? "mariadb" : "mysql",
    title,
    run,
    execute: async (sql) => {
      for (const statement of takesSeveral ? [sql] : sqlStatements(sql)) await connection.query(statement);
    },
    beginSql: "START TRANSACTION",
    hasTableSql: (name, schema) =>
      `SELECT count(*) AS present FROM information_schema.tables WHERE table_name = ${quotedText(name)} AND table_schema = ${schema === undefined ? "DATABASE()" : quotedText(schema)}`,
    lock: (name, wait) => namedLock(run, title, `'graven_${shortHash(`${String(rows[0]?.["name"])} ${name}`, 24)}'`, wait),
    ...((await allowsLoad(connection)) && { bulk: loadDataPath(connection) }),
    close: () => connection.end(),
  };
}

/** Named locks belong to the whole server, so the name, an SQL expression, holds a hash of the database's. */
export async function namedLock(run: Session["run"], title: string, name: string, wait: LockWait): Promise<Lock> {
  await pollLock({
    title,
    wait,
    tryLock: async () => Number((await run(`SELECT GET_LOCK(${name}, 0) AS taken`, [])).rows[0]?.["taken"]) === 1,
    holder: async () => {
      const { rows } = await run(`SELECT concat('session ', id, ' of ', user, '@', host, ', for ', time, ' s') AS who FROM information_schema.processlist WHERE id = IS_USED_LOCK(${name})`, []);
      return rows.map(({ who }) => String(who))[0];
    },
  });
  return { release: async () => void (await run(`SELECT RELEASE_LOCK(${name})`, [])) };
}

/** A host that is a path is a socket; no host at all is the local server, through its socket where there is one. */
function address({ host, port }: DatabaseUrl) {
  const socket = host === undefined && port === undefined ? ["/run/mysqld/mysqld.sock", "/tmp/mysql.sock"].find((path) => existsSync(path)) : host?.startsWith("/") ? host : undefined;
  if (socket !== undefined) return { socketPath: socket };
  return { host: host ?? "localhost", ...(port !== undefined && { port }) };
}

/** Parameters of the URL as mysql2's options: JSON where it is JSON (`?ssl={}`), text elsewhere. */
function clientOptions(parameters: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, jsonOrText(value)]));
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
