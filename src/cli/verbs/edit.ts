import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

export const edit: Verb<{ revision: string | undefined; seed: string[] | undefined }> = {
  command: "edit [revision]",
  describe: "Open a revision in $VISUAL or $EDITOR, or put a block for rows into it",
  examples: [["edit", "the newest"], ["edit current", "where the database stands"], ["edit --seed role head", "an empty block for rows of a table; opens no editor"]],
  builder: (yargs) =>
    yargs
      .positional("revision", { type: "string", describe: "An id, the beginning of one, current, label@head, head-1 (default: head)" })
      .option("seed", { type: "string", array: true, describe: "A table that gets an empty block of rows, to fill in by hand" }) as never,
  run: async (context, flags, terminal) => {
    const { edit: open } = await import("../../commands/edit.ts");
    const { revision, file, changed } = await open(context, flags.revision, { seeds: flags.seed ?? [] });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, revision, file: shortPath(file), changed }));
    else terminal.data(shortPath(file));
    return exitCodes.done;
  },
};
