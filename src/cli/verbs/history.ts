import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryLine, entryText } from "../entry.ts";
import type { Verb } from "../verb.ts";

export const history: Verb<{ verbose: boolean | undefined }> = {
  command: "history",
  describe: "Show all revisions, newest first",
  examples: [
    ["history", "one line a revision"],
    ["history -v", "with files and times"],
  ],
  builder: (yargs) => yargs.option("verbose", { alias: "v", type: "boolean", describe: "With files and times" }) as never,
  run: async (context, flags, terminal) => {
    const { history: read } = await import("../../commands/history.ts");
    const entries = await read(context);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, revisions: entries.map(entryJson) }));
    else if (!entries.length) terminal.talk("There is no revision yet.");
    else for (const entry of entries) terminal.data(flags.verbose ? `${entryText(entry)}\n` : entryLine(entry));
    return exitCodes.done;
  },
};
