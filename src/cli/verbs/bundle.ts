import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

export const bundle: Verb<{ out: string | undefined }> = {
  command: "bundle",
  describe: "List all revisions in a module, for a program that runs them at its start",
  examples: [["bundle --out src/revisions.ts", "imports every revision, with its checksum"]],
  builder: (yargs) => yargs.option("out", { type: "string", describe: "The file (default: migrations.bundle.ts)" }) as never,
  run: async (context, flags, terminal) => {
    const { bundle: write } = await import("../../commands/bundle.ts");
    const { file, revisions, changed } = await write(context, { out: flags.out });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, file: shortPath(file), revisions, changed }));
    else terminal.data(shortPath(file));
    return exitCodes.done;
  },
};
