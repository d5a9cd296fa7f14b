import type { PGlite as PGliteDatabase } from "@electric-sql/pglite";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { loadClient } from "./client.ts";
import type { Session } from "./connection.ts";
import { postgresSession } from "./postgres.ts";
import { pgliteCopyPath } from "./pglite-copy.ts";
import { pgliteExtensions } from "./pglite-extensions.ts";
import { titleOf, type DatabaseUrl } from "./url.ts";

/** Opens PostgreSQL within this process, in memory or in a folder, with `@electric-sql/pglite`. */
export async function openPglite(url: DatabaseUrl): Promise<Session> {
  const { PGlite } = await loadClient("@electric-sql/pglite", () => import("@electric-sql/pglite"));
  const extensions = await pgliteExtensions(url);
  if (url.file !== undefined) mkdirSync(dirname(url.file), { recursive: true });
  return pgliteSession(await PGlite.create({ ...(url.file !== undefined && { dataDir: url.file }), ...extensions }), titleOf(url));
}

/** A session on a PGlite that is open. */
export function pgliteSession(database: PGliteDatabase, title: string): Session {
  return postgresSession(title, {
    run: async (sql, parameters) => {
      const { rows, affectedRows } = await database.query<Record<string, unknown>>(sql, [...parameters]);
      return { rows, ...(affectedRows !== undefined && { affected: BigInt(affectedRows) }) };
    },
    execute: async (sql) => void (await database.exec(sql)),
    bulk: pgliteCopyPath(database),
    close: () => database.close(),
  });
}
