import { exitCodes } from "../exit-codes.ts";
import { tellRun } from "../tell-run.ts";
import type { Verb } from "../verb.ts";

export const downgrade: Verb<{ target: string | undefined; sql: boolean | undefined }> = {
  command: "downgrade [target]",
  describe: "Undo revisions, down to a target",
  examples: [["downgrade", "the last one"], ["downgrade base", "all of them"], ["downgrade 384c", "everything after this one"], ["downgrade head:base --sql", "the SQL for it"]],
  builder: (yargs) =>
    yargs
      .positional("target", { type: "string", describe: "A revision, the beginning of one, base, -N, label@base, label@-N, label@revision (default: -1)" })
      .option("sql", { type: "boolean", describe: "Print the SQL; run nothing" }) as never,
  run: async (context, flags, terminal) => {
    const { downgrade: run } = await import("../../commands/run.ts");
    tellRun(terminal, "downgrade", await run(context, { target: flags.target, sql: flags.sql }));
    return exitCodes.done;
  },
};
