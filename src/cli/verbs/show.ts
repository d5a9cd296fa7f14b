import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryText } from "../entry.ts";
import type { Verb } from "../verb.ts";

export const show: Verb<{ revision: string }> = {
  command: "show <revision>",
  describe: "Show one revision, or those that a name such as heads means",
  examples: [["show head", "the newest"], ["show 384c", "by the beginning of its id"], ["show current", "where the database stands"]],
  builder: (yargs) => yargs.positional("revision", { type: "string", demandOption: true, describe: "An id, the beginning of one, head, heads, current, label@head, head-1" }) as never,
  run: async (context, flags, terminal) => {
    const { show: read } = await import("../../commands/history.ts");
    const shown = await read(context, flags.revision);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, revisions: shown.map(entryJson) }));
    else terminal.data(shown.map(({ source, ...entry }) => `${entryText(entry)}\n\n${source.trimEnd()}`).join("\n\n"));
    return exitCodes.done;
  },
};
