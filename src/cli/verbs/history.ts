import { exitCodes } from "../exit-codes.ts";
import { entryText } from "../entry.ts";
import { drawHistory, historyFormats, type HistoryFormat } from "../history-formats.ts";
import { withSchema } from "../run-flags.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  verbose: boolean | undefined;
  revRange: string | undefined;
  indicateCurrent: boolean | undefined;
  graph: boolean | undefined;
  format: HistoryFormat | undefined;
}

export const history: Verb<Flags> = {
  command: "history",
  describe: "Show all revisions, newest first",
  examples: [
    ["history", "one line a revision"],
    ["history -v", "with files and times"],
    ["history --graph -i", "drawn, with the mark ◉ where the database stands"],
    ["history -r -5:", "the newest, and five before it"],
    ["history -r current:head", "what an upgrade would run, and where it starts"],
    ["history --format mermaid", "for a page that draws it"],
  ],
  builder: (yargs) =>
    withSchema(yargs)
      .option("verbose", { alias: "v", type: "boolean", describe: "With files and times" })
      .option("rev-range", { alias: "r", type: "string", describe: "start:end, start: or :end, both ends included" })
      .option("indicate-current", { alias: "i", type: "boolean", describe: "Mark where the database stands" })
      .option("graph", { type: "boolean", describe: "Draw the graph" })
      .option("format", { choices: Object.keys(historyFormats) as HistoryFormat[], describe: "How to write it (default: text)" }) as never,
  run: async (context, flags, terminal) => {
    const { history: read } = await import("../../commands/history.ts");
    const entries = await read(context, { range: flags.revRange, indicateCurrent: flags.indicateCurrent });
    const format = flags.format ?? (terminal.json ? "json" : "text");
    if (format !== "text") terminal.data(historyFormats[format](entries));
    else if (!entries.length) terminal.talk("There is no revision yet.");
    else if (flags.graph) terminal.data(drawHistory(entries));
    else terminal.data(flags.verbose ? `${entries.map(entryText).join("\n\n")}\n` : historyFormats.text(entries));
    return exitCodes.done;
  },
};
