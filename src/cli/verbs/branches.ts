import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryText, entryTitle } from "../entry.ts";
import type { Verb } from "../verb.ts";

export const branches: Verb<{ verbose: boolean | undefined }> = {
  command: "branches",
  describe: "Show the revisions where the history forks",
  examples: [["branches", "each with what builds on it"]],
  builder: (yargs) => yargs.option("verbose", { alias: "v", type: "boolean", describe: "With files and times" }) as never,
  run: async (context, flags, terminal) => {
    const { branches: read } = await import("../../commands/branches.ts");
    const points = await read(context);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, branches: points.map((point) => ({ ...entryJson(point), branches: point.branches.map(entryJson) })) }));
    else if (!points.length) terminal.talk("The history does not fork.");
    else for (const { branches: children, ...point } of points) terminal.data([flags.verbose ? entryText(point) : entryTitle(point), ...children.map((child) => `  -> ${entryTitle(child)}`)].join("\n"));
    return exitCodes.done;
  },
};
