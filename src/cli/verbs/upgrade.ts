import { exitCodes } from "../exit-codes.ts";
import { tellRun } from "../tell-run.ts";
import type { Verb } from "../verb.ts";

export const upgrade: Verb<{ target: string | undefined; sql: boolean | undefined }> = {
  command: "upgrade [target]",
  describe: "Apply revisions, up to the head or a target",
  examples: [["upgrade", "to the head"], ["upgrade +1", "one revision"], ["upgrade --sql", "the SQL for an empty database"], ["upgrade 384c:head --sql", "the SQL from a revision on"]],
  builder: (yargs) =>
    yargs
      .positional("target", { type: "string", describe: "A revision, the beginning of one, head, heads, +N, label@head, label@+N, head-N (default: head)" })
      .option("sql", { type: "boolean", describe: "Print the SQL; run nothing" }) as never,
  run: async (context, flags, terminal) => {
    const { upgrade: run } = await import("../../commands/run.ts");
    tellRun(terminal, "upgrade", await run(context, { target: flags.target, sql: flags.sql }));
    return exitCodes.done;
  },
};
