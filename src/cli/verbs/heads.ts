import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryLine } from "../entry.ts";
import type { Verb } from "../verb.ts";

export const heads: Verb<object> = {
  command: "heads",
  describe: "Show the revisions that nothing builds on",
  examples: [["heads", "one line a head"]],
  builder: (yargs) => yargs,
  run: async (context, _, terminal) => {
    const { heads: read } = await import("../../commands/history.ts");
    const entries = await read(context);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, heads: entries.map(entryJson) }));
    else for (const entry of entries) terminal.data(entryLine(entry));
    return exitCodes.done;
  },
};
