import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  revisions: string[] | undefined;
  message: string | undefined;
  revId: string | undefined;
  branchLabel: string[] | undefined;
  splice: boolean | undefined;
  folder: string | undefined;
}

export const merge: Verb<Flags> = {
  command: "merge [revisions..]",
  describe: "Join heads in one revision, when their schemas agree",
  examples: [["merge", "all heads"], ['merge 384c 27c6 -m "join orders and users"', "two of them"]],
  builder: (yargs) =>
    yargs
      .positional("revisions", { type: "string", array: true, describe: "The heads to join (default: all)" })
      .option("message", { alias: "m", type: "string", describe: "What the revision does" })
      .option("rev-id", { type: "string", describe: "The id, in place of a random one" })
      .option("branch-label", { type: "string", array: true, describe: "A label for what follows" })
      .option("folder", { type: "string", describe: "The folder it goes to, where there are several" })
      .option("splice", { type: "boolean", describe: "Join revisions that are no heads" }) as never,
  run: async (context, flags, terminal) => {
    const { merge: join } = await import("../../commands/merge.ts");
    const result = await join(context, { revisions: flags.revisions ?? [], message: flags.message, revisionId: flags.revId, branchLabels: flags.branchLabel ?? [], splice: flags.splice, folder: flags.folder });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, ...result, file: shortPath(result.file) }));
    else terminal.data(shortPath(result.file));
    return exitCodes.done;
  },
};
