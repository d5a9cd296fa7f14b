import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryText } from "../entry.ts";
import type { Verb } from "../verb.ts";

export const show: Verb<{ revision: string }> = {
  command: "show <revision>",
  describe: "Show one revision",
  examples: [["show head", "the newest"], ["show 384c", "by the beginning of its id"], ["show current", "where the database stands"]],
  builder: (yargs) => yargs.positional("revision", { type: "string", demandOption: true, describe: "An id, the beginning of one, head, current, label@head, head-1" }) as never,
  run: async (context, flags, terminal) => {
    const { show: read } = await import("../../commands/history.ts");
    const { source, changed, removed, ...entry } = await read(context, flags.revision);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, ...entryJson(entry), changed, removed, source }));
    else terminal.data(`${entryText(entry)}\n\n${source.trimEnd()}`);
    return exitCodes.done;
  },
};
