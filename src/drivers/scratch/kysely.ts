import type { Dialect as KyselyDialect } from "kysely";
import type { DialectName } from "../../dialects/dialect.ts";
import { openKyselyDialect } from "../kysely-dialect.ts";
import { connectionOf } from "../session.ts";
import type { Scratch, ScratchDatabase } from "./scratch.ts";

/** Databases that the project makes: each call of `make` leads to a fresh one. */
export function scratchKysely(make: () => KyselyDialect | Promise<KyselyDialect>, named: DialectName | undefined): Scratch {
  const opened = new Set<ScratchDatabase>();
  return {
    title: "a Kysely dialect",
    open: async () => {
      const session = await openKyselyDialect(await make(), named);
      const database: ScratchDatabase = {
        dialect: session.dialect,
        connection: await connectionOf(session),
        url: undefined,
        close: async () => {
          if (opened.delete(database)) await session.close();
        },
      };
      opened.add(database);
      return database;
    },
    close: async () => {
      for (const database of opened) await database.close();
    },
  };
}
