import { initDialects, initTemplates } from "../../commands/init-choices.ts";
import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

export const init: Verb<{ dialect: string | undefined; template: string | undefined }> = {
  command: "init",
  describe: "Write a config and a models file to start from",
  examples: [
    ["init", "on SQLite, which needs no server"],
    ["init --dialect postgres", "on PostgreSQL"],
  ],
  builder: (yargs) =>
    yargs
      .option("dialect", { choices: Object.keys(initDialects), describe: "The database (default: sqlite)" })
      .option("template", { choices: initTemplates, describe: "What the models file starts with (default: example)" }) as never,
  run: async (context, flags, terminal) => {
    const { init: write } = await import("../../commands/init.ts");
    const { files, client } = await write(context, flags);
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, files: files.map(shortPath), client }));
    else terminal.talk(`\nNext:\n${client === undefined ? "" : `  npm install ${client}\n`}  npx gen revision --autogenerate -m "first"\n  npx gen upgrade`);
    return exitCodes.done;
  },
};
