import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import type BetterSqlite from "better-sqlite3";
import { GravenError } from "../base/errors.ts";
import { loadClient } from "./client.ts";
import { quotedText, type Lock, type LockWait, type Session } from "./connection.ts";
import { pollLock } from "./lock.ts";
import { preparedPath } from "./sqlite-bulk.ts";
import { titleOf, type DatabaseUrl } from "./url.ts";

export type SqliteModule = typeof BetterSqlite;

/** Opens an SQLite file, or a database in memory, with `better-sqlite3`. Foreign keys are checked from the start. */
export async function openSqlite(url: DatabaseUrl): Promise<Session> {
  const { default: Database } = await loadClient("better-sqlite3", () => import("better-sqlite3"));
  const { mode, ...unknown } = url.parameters;
  const [stranger] = [...Object.keys(unknown), ...(mode === undefined || mode === "ro" || mode === "rw" || mode === "rwc" ? [] : [`mode=${mode}`])];
  if (stranger !== undefined) throw new GravenError("DRV-002", `An sqlite: URL has no parameter "${stranger}".`, { hint: "It has mode, which is ro, rw or rwc." });
  const database = new Database(url.file ?? ":memory:", { readonly: mode === "ro", fileMustExist: mode === "ro" || mode === "rw" });
  return sqliteSession(Database, database, titleOf(url), url.file);
}

/** A session on an SQLite database that is open. */
export function sqliteSession(Database: SqliteModule, database: InstanceType<SqliteModule>, title: string, file?: string): Session {
  database.pragma("foreign_keys = ON");
  return {
    dialect: "sqlite",
    title,
    run: async (sql, parameters) => {
      const statement = database.prepare(sql);
      if (statement.reader) return { rows: statement.all(...parameters.map(bindable)) as Record<string, unknown>[] };
      const { changes, lastInsertRowid } = statement.run(...parameters.map(bindable));
      return { rows: [], affected: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    execute: async (sql) => void database.exec(sql),
    // Takes the write lock at once: a transaction that reads first could fail when it comes to write.
    beginSql: "BEGIN IMMEDIATE",
    hasTableSql: (name) => `SELECT count(*) AS present FROM sqlite_master WHERE type = 'table' AND name = ${quotedText(name)}`,
    bulk: preparedPath(database),
    lock: async (_name, wait) => (file === undefined ? { release: async () => {} } : fileLock(Database, file, title, wait)),
    close: async () => void database.close(),
  };
}

/** better-sqlite3 binds no booleans, dates or `undefined`. */
function bindable(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value === undefined ? null : value;
}

/**
 * SQLite has no lock that outlives a transaction. An empty database beside the file stands in for one: its holder keeps an
 * exclusive transaction open on it, and the system ends that with the process, however it ends.
 */
async function fileLock(Database: SqliteModule, file: string, title: string, wait: LockWait): Promise<Lock> {
  const path = `${file}-graven-lock`;
  // Beside it, as closing a file that SQLite has locked would let go of the lock. A killed holder leaves it for the next one.
  const note = `${path}-holder`;
  let lock: InstanceType<SqliteModule> | undefined;
  await pollLock({
    title,
    wait,
    tryLock: async () => {
      lock = tryFileLock(Database, path);
      return lock !== undefined;
    },
    holder: async () => (existsSync(note) ? readFileSync(note, "utf8").trim() : undefined),
  });
  writeFileSync(note, `graven ${process.pid} at ${hostname()}, since ${new Date().toISOString()}\n`);
  return {
    release: async () => {
      // Removed before it is let go, so that nobody finds a lock file that no one holds.
      rmSync(note, { force: true });
      rmSync(path, { force: true });
      lock?.close();
    },
  };
}

function tryFileLock(Database: SqliteModule, path: string): InstanceType<SqliteModule> | undefined {
  closeSync(openSync(path, "a"));
  const present = inodeOf(path);
  const candidate = new Database(path, { timeout: 0 });
  const opened = inodeOf(path);
  try {
    candidate.exec("BEGIN EXCLUSIVE");
    // The former holder may have removed the very file that was opened: then this lock is on nothing, and is tried again.
    if (present !== undefined && present === opened && inodeOf(path) === opened) return candidate;
  } catch (error) {
    if (!isPassing(error)) {
      candidate.close();
      throw error;
    }
  }
  candidate.close();
  return undefined;
}

/** Held by another process, or removed by its last holder while it was being opened. https://www.sqlite.org/rescode.html */
function isPassing(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|IOERR_FSTAT|READONLY_DBMOVED)/.test(String((error as { code?: unknown }).code));
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}
