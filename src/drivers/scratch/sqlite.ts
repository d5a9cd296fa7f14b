import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { loadClient } from "../client.ts";
import { connectionOf } from "../session.ts";
import { sqliteSession, type SqliteModule } from "../sqlite.ts";
import type { DatabaseUrl } from "../url.ts";
import type { SavedDatabase, Scratch, ScratchDatabase } from "./scratch.ts";

/** SQLite in memory; or, where the URL names a file, in files beside that file. */
export async function scratchSqlite(url: DatabaseUrl): Promise<Scratch> {
  const { default: Database } = await loadClient("better-sqlite3", () => import("better-sqlite3"));
  return url.file === undefined ? inMemory(Database) : inFiles(Database, url.file);
}

function inMemory(Database: SqliteModule): Scratch {
  const open = async (image?: Buffer): Promise<ScratchDatabase> => {
    const database = new Database(image?.length ? image : ":memory:");
    return {
      dialect: "sqlite",
      connection: await connectionOf(sqliteSession(Database, database, "database in memory")),
      url: undefined,
      save: async () => savedImage(database.serialize(), open),
      close: async () => void database.close(),
    };
  };
  return { title: "SQLite in memory", open: () => open(), close: async () => {} };
}

function savedImage(image: Buffer, open: (image: Buffer) => Promise<ScratchDatabase>): SavedDatabase {
  return { open: () => open(image), close: async () => {} };
}

function inFiles(Database: SqliteModule, file: string): Scratch {
  removeOrphans(file);
  const files = new Set<string>();
  let count = 0;
  const newFile = () => {
    const path = `${file}-graven-${process.pid}-${++count}`;
    files.add(path);
    return path;
  };
  const remove = (path: string) => {
    for (const ending of ["", "-wal", "-shm", "-journal", "-graven-lock"]) rmSync(path + ending, { force: true });
    files.delete(path);
  };
  const removeAll = () => [...files].forEach(remove);
  process.once("exit", removeAll);
  const open = async (image?: string): Promise<ScratchDatabase> => {
    const path = newFile();
    if (image !== undefined) copyFileSync(image, path);
    const database = new Database(path);
    return {
      dialect: "sqlite",
      connection: await connectionOf(sqliteSession(Database, database, `database ${path}`, path)),
      url: `sqlite:${path}`,
      save: async () => {
        const copy = newFile();
        writeFileSync(copy, database.serialize());
        return { open: () => open(copy), close: async () => remove(copy) };
      },
      close: async () => {
        database.close();
        remove(path);
      },
    };
  };
  // What stands in the named file decides whether it is the wrong one, so it is read and never written.
  const first = async () => (existsSync(file) && files.size === 0 ? open(file) : open());
  return {
    title: `SQLite beside ${file}`,
    open: first,
    close: async () => {
      removeAll();
      process.off("exit", removeAll);
    },
  };
}

/** Removes the files beside the named one whose process was killed: their names tell it. */
function removeOrphans(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) return;
  const beginning = `${basename(file)}-graven-`;
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(beginning) ? /^(\d+)-\d+(?:-[a-z-]+)?$/.exec(name.slice(beginning.length))?.[1] : undefined;
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
