import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  fake: number;
  table: string[] | undefined;
  seed: number | undefined;
  locale: string | undefined;
  refDate: string | undefined;
  out: string | undefined;
  force: boolean | undefined;
}

export const seed: Verb<Flags> = {
  command: "seed",
  describe: "Fill a development database with made-up rows",
  examples: [
    ["seed --fake 100", "a hundred rows in every table"],
    ["seed --fake 20 --table users --seed 7", "other rows, in one table"],
    ["seed --fake 20 --out fixtures/dev.ts", "a fixture file in place of rows"],
  ],
  builder: (yargs) =>
    yargs
      .option("fake", { type: "number", demandOption: true, describe: "Rows in each table" })
      .option("table", { type: "string", array: true, describe: "Only these tables" })
      .option("seed", { type: "number", describe: "The same seed gives the same rows (default: 1)" })
      .option("locale", { type: "string", describe: "A locale of faker, such as de (default: en)" })
      .option("ref-date", { type: "string", describe: "“Now” of the rows (default: 2026-01-01)" })
      .option("out", { type: "string", describe: "Write a TypeScript fixture file (default: fixtures/dev.ts)" })
      .option("force", { type: "boolean", describe: "Fill a database that is not on this machine" }) as never,
  run: async (context, flags, terminal) => {
    const { seed: fill } = await import("../../commands/seed.ts");
    const { rows, file } = await fill(context, { fake: flags.fake, tables: flags.table ?? [], seed: flags.seed, locale: flags.locale, referenceDate: flags.refDate, out: flags.out === "" ? true : flags.out, force: flags.force });
    if (terminal.json) terminal.data(JSON.stringify({ ok: true, rows, ...(file !== undefined && { file: shortPath(file) }) }));
    else if (file !== undefined) terminal.data(shortPath(file));
    else for (const [table, count] of Object.entries(rows)) terminal.data(`${String(count).padStart(8)}  ${table}`);
    return exitCodes.done;
  },
};
