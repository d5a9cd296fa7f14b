import { exitCodes } from "../exit-codes.ts";
import { withLockTimeout, withSchema } from "../run-flags.ts";
import type { Verb } from "../verb.ts";

export const stamp: Verb<{ revisions: string[]; purge: boolean | undefined; lockTimeout: number | undefined; sql: boolean | undefined }> = {
  command: "stamp <revisions..>",
  describe: "Say where the database stands, and run nothing",
  examples: [
    ["stamp head", "a database that has all tables already"],
    ["stamp base", "forget every revision"],
    ["stamp orders@base", "forget the revisions of one branch"],
    ["stamp --purge head", "forget what no file holds, then stamp"],
    ["stamp 384c:head --sql", "the SQL for it, from a revision on"],
  ],
  builder: (yargs) =>
    withSchema(withLockTimeout(yargs))
      .positional("revisions", { type: "string", array: true, demandOption: true, describe: "Revisions on different branches, heads, base, label@base, +N, -N" })
      .option("purge", { type: "boolean", describe: "Take all rows out of the history first" })
      .option("sql", { type: "boolean", describe: "Print the SQL; change nothing" }) as never,
  run: async (context, flags, terminal) => {
    const { stamp: run } = await import("../../commands/stamp.ts");
    const { added, removed, heads, sql } = await run(context, { revisions: flags.revisions, purge: flags.purge, lockTimeout: flags.lockTimeout, sql: flags.sql });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, added, removed, heads, ...(sql !== undefined && { sql }) }));
    else if (sql !== undefined) terminal.data(sql.trimEnd());
    else {
      for (const id of removed) terminal.talk(`${terminal.paint.yellow("-")} ${id}`);
      for (const id of added) terminal.talk(`${terminal.paint.green("+")} ${id}`);
      terminal.talk(`The history says that the database stands at ${heads.join(", ") || "base"}. Nothing was run.`);
    }
    return exitCodes.done;
  },
};
