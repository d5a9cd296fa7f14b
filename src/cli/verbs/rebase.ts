import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

export const rebase: Verb<{ branch: string | undefined; onto: string | undefined }> = {
  command: "rebase [branch]",
  describe: "Move a branch that no database has on top of another head",
  examples: [
    ["rebase", "with two heads, the one that is not applied onto the other"],
    ["rebase 384c --onto 27c6", "the branch of this head onto that one"],
  ],
  builder: (yargs) =>
    yargs
      .positional("branch", { type: "string", describe: "The head of the branch that moves" })
      .option("onto", { type: "string", describe: "The head to stand on (default: the other one)" }) as never,
  run: async (context, flags, terminal) => {
    const { rebase: move } = await import("../../commands/rebase.ts");
    const { moved, onto, files } = await move(context, { branch: flags.branch, onto: flags.onto });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, moved, onto, files: files.map(shortPath) }));
    else terminal.talk(`Moved ${moved.join(", ")} on top of ${onto}.`);
    return exitCodes.done;
  },
};
