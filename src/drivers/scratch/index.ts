import { GravenError, messageOf } from "../../base/errors.ts";
import { maskUrl, parseUrl, type ClientName, type DatabaseUrl } from "../url.ts";
import type { Scratch } from "./scratch.ts";

export { scratchKysely } from "./kysely.ts";
export type { SavedDatabase, Scratch, ScratchDatabase } from "./scratch.ts";

/** Each client's scratch, loaded only when a URL leads to it. */
const scratches: { readonly [C in ClientName]: (url: DatabaseUrl, text: string) => Promise<Scratch> } = {
  postgres: async (url, text) => (await import("./postgres.ts")).scratchPostgres(url, text),
  pglite: async (url) => (await import("./pglite.ts")).scratchPglite(url),
  sqlite: async (url) => (await import("./sqlite.ts")).scratchSqlite(url),
  mysql: async (url, text) => (await import("./mysql.ts")).scratchMysql(url, text),
};

/**
 * Where fresh databases are made for a URL: in memory for `sqlite:` and `pglite:`, on the server otherwise. The database that a
 * server's URL names is connected to and not touched. Throws DRV-001 to DRV-003 as `openDatabase` does.
 */
export async function openScratch(text: string, base: string): Promise<Scratch> {
  const url = parseUrl(text, base);
  try {
    return await scratches[url.client](url, text);
  } catch (error) {
    if (error instanceof GravenError) throw error;
    const message = url.password ? messageOf(error).replaceAll(url.password, "***") : messageOf(error);
    throw new GravenError("DRV-003", `No scratch database can be made at ${maskUrl(text)}: ${message}`, { hint: "Is the server running, and may this user connect and create databases?", cause: error });
  }
}
