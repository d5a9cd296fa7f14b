import type { Session } from "../connection.ts";
import { openMysql } from "../mysql.ts";
import { connectionOf } from "../session.ts";
import { titleOf, withDatabase, type DatabaseUrl } from "../url.ts";
import { newOwner, ownerIn, PREFIX } from "./names.ts";
import type { Scratch, ScratchDatabase } from "./scratch.ts";

/**
 * Databases on a MySQL or MariaDB server. Their owner holds a named lock: databases whose owner's lock is free were left by a
 * crash, and are dropped by whoever comes next. These servers cannot copy a database, so there is no `save`.
 */
export async function scratchMysql(url: DatabaseUrl, text: string): Promise<Scratch> {
  const admin = await openMysql(withDatabase(url, undefined));
  const owner = newOwner();
  await admin.run(`SELECT GET_LOCK('${owner}', 0)`, []);
  await dropOrphans(admin);
  const made = new Set<string>();
  let count = 0;

  const drop = async (name: string) => {
    if (made.delete(name)) await admin.execute(`DROP DATABASE IF EXISTS ${name}`);
  };
  const open = async (): Promise<ScratchDatabase> => {
    const name = `${owner}_${++count}`;
    await admin.execute(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    made.add(name);
    const session = await openMysql(withDatabase(url, name));
    const { rows } = await session.run("SELECT CONNECTION_ID() AS id", []);
    return {
      dialect: session.dialect,
      connection: await connectionOf(session),
      url: databaseUrl(text, name),
      close: async () => {
        // Ended from outside, as a query of it may still run, and hold what DROP DATABASE would wait for.
        await admin.execute(`KILL ${Number(rows[0]?.["id"])}`).catch(() => {});
        await session.close().catch(() => {});
        await drop(name);
      },
    };
  };
  return {
    title: `${admin.dialect === "mariadb" ? "MariaDB" : "MySQL"} ${titleOf(withDatabase(url, undefined))}`,
    open,
    close: async () => {
      for (const name of made) await drop(name);
      await admin.close();
    },
  };
}

async function dropOrphans(admin: Session): Promise<void> {
  const { rows } = await admin.run(`SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE '${PREFIX.replaceAll("_", "\\_")}%'`, []);
  for (const { name } of rows) {
    const owner = ownerIn(String(name));
    if (owner === undefined) continue;
    const free = await admin.run(`SELECT IS_FREE_LOCK('${owner}') AS free`, []);
    if (Number(free.rows[0]?.["free"]) === 1) await admin.execute(`DROP DATABASE IF EXISTS ${String(name)}`).catch(() => {});
  }
}

function databaseUrl(text: string, name: string): string {
  const url = new URL(text);
  url.pathname = `/${name}`;
  url.searchParams.delete("dbname");
  return url.href;
}
