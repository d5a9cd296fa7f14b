import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

export const squash: Verb<{ range: string; message: string | undefined; revId: string | undefined; leaveOut: string[] | undefined }> = {
  command: "squash <range>",
  describe: "Put one revision in the place of a run of them",
  examples: [
    ["squash base:head", "all of a history without branches"],
    ['squash 384c:27c6 -m "the first year"', "a run of it, both ends included"],
  ],
  builder: (yargs) =>
    yargs
      .positional("range", { type: "string", demandOption: true, describe: "from:to, both ends included" })
      .option("message", { alias: "m", type: "string", describe: "What the revision does" })
      .option("rev-id", { type: "string", describe: "The id, in place of a random one" })
      .option("leave-out", { type: "string", array: true, describe: "A revision whose functions (op.run) no database needs any more" }) as never,
  run: async (context, flags, terminal) => {
    const { squash: run } = await import("../../commands/squash.ts");
    const result = await run(context, { range: flags.range, message: flags.message, revisionId: flags.revId, leaveOut: flags.leaveOut });
    for (const message of result.open) terminal.talk(`${terminal.paint.yellow("todo")}  ${message}`);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, ...result, file: shortPath(result.file) }));
    else terminal.data(shortPath(result.file));
    return exitCodes.done;
  },
};
