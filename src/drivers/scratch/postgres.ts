import { setTimeout as pause } from "node:timers/promises";
import type { Session } from "../connection.ts";
import { quotedText } from "../connection.ts";
import { openPostgres } from "../postgres.ts";
import { connectionOf } from "../session.ts";
import { titleOf, withDatabase, type DatabaseUrl } from "../url.ts";
import { newOwner, ownerIn, PREFIX } from "./names.ts";
import type { Scratch, ScratchDatabase } from "./scratch.ts";
import { swappableSession } from "./swappable.ts";

/** Tries of a copy whose template another session is just leaving. */
const TRIES = 40;

/**
 * Databases on a PostgreSQL server. The session that makes them carries their owner's name as its application name: databases
 * whose owner has no session any more were left by a crash, and are dropped by whoever comes next.
 */
export async function scratchPostgres(url: DatabaseUrl, text: string): Promise<Scratch> {
  const admin = await openAdmin(url);
  const owner = newOwner();
  await admin.execute(`SET application_name = '${owner}'`);
  await dropOrphans(admin);
  const made = new Set<string>();
  let count = 0;
  // One session makes and drops all: who comes while it works waits for the end.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (sql: string) => {
    const next = last.then(() => admin.execute(sql));
    last = next.catch(() => {});
    return next;
  };

  const create = async (template?: string): Promise<string> => {
    const name = `${owner}_${++count}`;
    for (let turn = 1; ; turn++) {
      try {
        await inTurn(`CREATE DATABASE ${name}${template === undefined ? "" : ` TEMPLATE ${template}`}`);
        made.add(name);
        return name;
      } catch (error) {
        // 55006: somebody is still connected to the template. It passes.
        if ((error as { code?: unknown }).code !== "55006" || turn === TRIES) throw error;
        await pause(25);
      }
    }
  };
  const drop = async (name: string) => {
    if (made.delete(name)) await inTurn(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  const open = async (template?: string): Promise<ScratchDatabase> => {
    const name = await create(template);
    const swappable = await swappableSession(() => openFast(withDatabase(url, name)));
    return {
      dialect: "postgres",
      connection: await connectionOf(swappable.session),
      url: databaseUrl(text, name),
      save: async () => {
        const copy = await swappable.while(() => create(name));
        return { open: () => open(copy), close: () => drop(copy) };
      },
      close: async () => {
        // Dropped first: that ends the session even where a query of it still runs.
        await drop(name);
        await swappable.session.close().catch(() => {});
      },
    };
  };
  return {
    title: `PostgreSQL ${titleOf(withDatabase(url, undefined))}`,
    open: () => open(),
    close: async () => {
      for (const name of made) await drop(name);
      await admin.close();
    },
  };
}

/** A test's rows need not survive a power cut, so no commit waits for the disk. */
async function openFast(url: DatabaseUrl): Promise<Session> {
  const session = await openPostgres(url);
  await session.execute("SET synchronous_commit = off");
  return session;
}

/** The server through the database that the URL names or, where that is not there, through the one that always is. */
async function openAdmin(url: DatabaseUrl): Promise<Session> {
  try {
    return await openPostgres(url);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "3D000") throw error;
    return openPostgres(withDatabase(url, "postgres"));
  }
}

async function dropOrphans(admin: Session): Promise<void> {
  const { rows } = await admin.run(
    `SELECT datname AS name FROM pg_database WHERE datname LIKE ${quotedText(`${PREFIX.replaceAll("_", "\\_")}%`)} AND datdba = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = left(pg_database.datname, ${PREFIX.length + 12}))`,
    [],
  );
  for (const { name } of rows) {
    if (ownerIn(String(name)) === undefined) continue;
    // Another process may be sweeping at the same time.
    await admin.execute(`DROP DATABASE IF EXISTS ${String(name)} WITH (FORCE)`).catch(() => {});
  }
}

function databaseUrl(text: string, name: string): string {
  const url = new URL(text);
  url.pathname = `/${name}`;
  url.searchParams.delete("dbname");
  return url.href;
}
