import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { loadClient } from "./client.ts";
import type { Session } from "./connection.ts";
import { postgresSession } from "./postgres.ts";
import { pgliteCopyPath } from "./pglite-copy.ts";
import { titleOf, type DatabaseUrl } from "./url.ts";

/** Opens PostgreSQL within this process, in memory or in a folder, with `@electric-sql/pglite`. */
export async function openPglite(url: DatabaseUrl): Promise<Session> {
  const { PGlite } = await loadClient("@electric-sql/pglite", () => import("@electric-sql/pglite"));
  if (url.file !== undefined) mkdirSync(dirname(url.file), { recursive: true });
  const database = await PGlite.create(url.file);
  return postgresSession(titleOf(url), {
    run: async (sql, parameters) => {
      const { rows, affectedRows } = await database.query<Record<string, unknown>>(sql, [...parameters]);
      return { rows, ...(affectedRows !== undefined && { affected: BigInt(affectedRows) }) };
    },
    execute: async (sql) => void (await database.exec(sql)),
    bulk: pgliteCopyPath(database),
    close: () => database.close(),
  });
}
