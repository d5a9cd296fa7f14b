import { initTemplates } from "../../commands/init-choices.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Verb } from "../verb.ts";

export const listTemplates: Verb<Record<string, never>> = {
  command: "list-templates",
  describe: "Show what `gen init --template` can start from",
  examples: [["list-templates", "one line a template"]],
  builder: (yargs) => yargs as never,
  run: async (_context, _flags, terminal) => {
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, templates: initTemplates }));
    else for (const name of initTemplates) terminal.data(name);
    return exitCodes.done;
  },
};
