import { exitCodes } from "../exit-codes.ts";
import { withLockTimeout, withSchema } from "../run-flags.ts";
import type { Verb } from "../verb.ts";

export const ensureVersion: Verb<{ lockTimeout: number | undefined; sql: boolean | undefined }> = {
  command: "ensure-version",
  describe: "Make the history table, and apply nothing",
  examples: [["ensure-version", "where it is not there yet"], ["ensure-version --sql", "the SQL for it"]],
  builder: (yargs) => withSchema(withLockTimeout(yargs)).option("sql", { type: "boolean", describe: "Print the SQL; run nothing" }) as never,
  run: async (context, flags, terminal) => {
    const { ensureVersion: ensure } = await import("../../commands/ensure-version.ts");
    const { table, created, sql } = await ensure(context, { sql: flags.sql, lockTimeout: flags.lockTimeout });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, table, created, ...(sql !== undefined && { sql }) }));
    else if (sql !== undefined) terminal.data(sql.trimEnd());
    else terminal.talk(created ? `Made the table ${table}.` : `The table ${table} is there already.`);
    return exitCodes.done;
  },
};
