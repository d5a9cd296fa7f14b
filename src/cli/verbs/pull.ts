import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  out: string | undefined;
  sql: boolean | undefined;
  force: boolean | undefined;
  baseline: boolean | undefined;
  message: string | undefined;
  revId: string | undefined;
  schema: string[] | undefined;
}

export const pull: Verb<Flags> = {
  command: "pull",
  describe: "Write models from a live database, and a baseline revision at which it is stamped",
  examples: [
    ["pull", "into the models file of the config"],
    ["pull --sql --out schema.sql", "as SQL"],
    ["pull --out src/models.ts --force --no-baseline", "the models alone, anew"],
  ],
  builder: (yargs) =>
    yargs
      .option("out", { alias: "o", type: "string", describe: "The models file: .ts or .sql (default: the first file of `models`)" })
      .option("sql", { type: "boolean", describe: "Write SQL, to schema.sql where no file is named" })
      .option("force", { type: "boolean", describe: "Write over the models file" })
      .option("baseline", { type: "boolean", default: true, describe: "Write a baseline revision and stamp the database; --no-baseline leaves it out" })
      .option("message", { alias: "m", type: "string", describe: "What the baseline is called (default: baseline)" })
      .option("rev-id", { type: "string", describe: "The id of the baseline, in place of a random one" })
      .option("schema", { type: "string", array: true, describe: "Only these PostgreSQL schemas" }) as never,
  run: async (context, flags, terminal) => {
    const { pull: run } = await import("../../commands/pull.ts");
    const { baseline, revId: revisionId, schema: schemas, out, sql, force, message } = flags;
    const result = await run(context, { out, sql, force, message, revisionId, schemas, ...(baseline === false && { baseline }) });
    const { models, file, revision, operations, differences } = result;
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, ...result, models: shortPath(models), ...(file !== undefined && { file: shortPath(file) }) }));
    else {
      for (const line of operations) terminal.talk(`  ${terminal.paint.dim("·")} ${line}`);
      for (const line of differences) terminal.talk(`${terminal.paint.yellow("differs")}  The models say it otherwise than the database: ${line}`);
      if (revision !== undefined) terminal.talk(`The database is stamped at ${revision}. Nothing else in it was changed.`);
      if (file !== undefined) terminal.data(shortPath(file));
    }
    return differences.length ? exitCodes.findings : exitCodes.done;
  },
};
