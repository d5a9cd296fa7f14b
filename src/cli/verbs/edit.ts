import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

export const edit: Verb<{ revision: string | undefined }> = {
  command: "edit [revision]",
  describe: "Open a revision in $VISUAL or $EDITOR",
  examples: [["edit", "the newest"], ["edit current", "where the database stands"]],
  builder: (yargs) => yargs.positional("revision", { type: "string", describe: "An id, the beginning of one, current, label@head, head-1 (default: head)" }) as never,
  run: async (context, flags, terminal) => {
    const { edit: open } = await import("../../commands/edit.ts");
    const { revision, file, changed } = await open(context, flags.revision);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, revision, file: shortPath(file), changed }));
    else terminal.data(shortPath(file));
    return exitCodes.done;
  },
};
