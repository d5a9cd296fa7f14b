import { loadClient } from "../client.ts";
import { pgliteExtensions } from "../pglite-extensions.ts";
import { pgliteSession } from "../pglite.ts";
import { connectionOf } from "../session.ts";
import type { DatabaseUrl } from "../url.ts";
import type { Scratch, ScratchDatabase } from "./scratch.ts";

/** PGlite in memory. A state is kept as the dump of its data folder. */
export async function scratchPglite(url: DatabaseUrl): Promise<Scratch> {
  const { PGlite } = await loadClient("@electric-sql/pglite", () => import("@electric-sql/pglite"));
  const extensions = await pgliteExtensions(url);
  const opened = new Set<Awaited<ReturnType<typeof PGlite.create>>>();
  const open = async (image?: Blob): Promise<ScratchDatabase> => {
    const database = await PGlite.create({ ...(image && { loadDataDir: image }), ...extensions });
    opened.add(database);
    return {
      dialect: "postgres",
      connection: await connectionOf(pgliteSession(database, "database in memory")),
      url: undefined,
      save: async () => {
        const kept = await database.dumpDataDir("none");
        return { open: () => open(kept), close: async () => {} };
      },
      close: async () => {
        if (opened.delete(database)) await database.close();
      },
    };
  };
  // A copy of an empty database is there in half the time that a new one takes.
  let empty: Promise<Blob> | undefined;
  return {
    title: "PGlite in memory",
    open: async () => {
      if (empty) return open(await empty);
      const first = await open();
      empty = opened.values().next().value!.dumpDataDir("none");
      await empty;
      return first;
    },
    close: async () => {
      for (const database of opened) await database.close();
      opened.clear();
    },
  };
}
