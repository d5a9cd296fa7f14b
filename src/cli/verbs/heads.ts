import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryLine, entryText } from "../entry.ts";
import type { Verb } from "../verb.ts";

export const heads: Verb<{ verbose: boolean | undefined; resolveDependencies: boolean | undefined }> = {
  command: "heads",
  describe: "Show the revisions that nothing builds on",
  examples: [["heads", "one line a head"], ["heads -v", "with files and times"]],
  builder: (yargs) =>
    yargs
      .option("verbose", { alias: "v", type: "boolean", describe: "With files and times" })
      .option("resolve-dependencies", { type: "boolean", describe: "Without heads that another branch depends on" }) as never,
  run: async (context, flags, terminal) => {
    const { heads: read } = await import("../../commands/history.ts");
    const entries = await read(context, flags);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, heads: entries.map(entryJson) }));
    else for (const entry of entries) terminal.data(flags.verbose ? `${entryText(entry)}\n` : entryLine(entry));
    return exitCodes.done;
  },
};
