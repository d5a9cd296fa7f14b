import { exitCodes } from "../exit-codes.ts";
import type { Verb } from "../verb.ts";

export const snapshot: Verb<{ revision: string | undefined }> = {
  command: "snapshot [revision]",
  describe: "Make the snapshot of an edited revision again",
  examples: [["snapshot", "of every revision that was edited"], ["snapshot 384c", "of one, and of those that build on it"]],
  builder: (yargs) => yargs.positional("revision", { type: "string", describe: "Default: every edited one" }) as never,
  run: async (context, flags, terminal) => {
    const { snapshot: make } = await import("../../commands/snapshot.ts");
    const { written } = await make(context, { revision: flags.revision });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, written }));
    else if (!written.length) terminal.talk("Every snapshot fits its revision.");
    return exitCodes.done;
  },
};
