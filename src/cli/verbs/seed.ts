import type { SeedResult } from "../../commands/seed.ts";
import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { Terminal } from "../terminal.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  fake: number | undefined;
  load: string | undefined;
  table: string[] | undefined;
  counts: string[] | undefined;
  seed: number | undefined;
  locale: string | undefined;
  refDate: string | undefined;
  append: boolean | undefined;
  truncate: boolean | undefined;
  out: string | undefined;
  dryRun: boolean | undefined;
  shard: string | undefined;
  fast: boolean | undefined;
  verify: boolean | undefined;
  init: boolean | undefined;
  force: boolean | undefined;
}

export const seed: Verb<Flags> = {
  command: "seed",
  describe: "Fill a development database with made-up rows",
  examples: [
    ["seed --fake 100", "a hundred rows in every table"],
    ["seed --fake 20 --table users --seed 7 --append", "other rows, in one table that holds some"],
    ["seed --fake 100 --counts users=1000,posts=3-5/users", "numbers of their own"],
    ["seed --fake 20 --out fixtures/dev.ts", "a fixture file in place of rows"],
    ["seed --load fixtures/dev.ts", "the rows of a fixture file"],
    ["seed --init", "a fixtures.config.ts to edit"],
  ],
  builder: (yargs) =>
    yargs
      .option("fake", { type: "number", describe: "Rows in each table" })
      .option("load", { type: "string", describe: "Load a fixture file" })
      .option("init", { type: "boolean", describe: "Write a fixtures.config.ts with the rules that are used" })
      .option("verify", { type: "boolean", describe: "Look at every foreign key of the database" })
      .option("table", { type: "string", array: true, describe: "Only these tables" })
      .option("counts", { type: "string", array: true, describe: "Numbers by table: users=100,posts=3/users,tags=0-5/posts" })
      .option("seed", { type: "number", describe: "The same seed gives the same rows (default: 1)" })
      .option("locale", { type: "string", describe: "A locale of faker, such as de (default: en)" })
      .option("ref-date", { type: "string", describe: "“Now” of the rows (default: 2026-01-01)" })
      .option("append", { type: "boolean", describe: "Add to tables that hold rows" })
      .option("truncate", { type: "boolean", describe: "First delete the rows of the tables named by --table, save required ones" })
      .option("out", { type: "string", describe: "Write files: .ts (default: fixtures/dev.ts), .sql, .csv, .jsonl, .copy, .parquet" })
      .option("dry-run", { type: "boolean", describe: "Tell the plan and show a few rows; change nothing" })
      .option("shard", { type: "string", describe: "One part of the rows, as in 2/8" })
      .option("fast", { type: "boolean", describe: "Check no foreign key while loading, and every one afterwards" })
      .option("force", { type: "boolean", describe: "Fill a database that is not plainly one for development" }) as never,
  run: async (context, { table, refDate, out, ...flags }, terminal) => {
    const { seed: fill } = await import("../../commands/seed.ts");
    print(terminal, await fill(context, { ...flags, tables: table ?? [], referenceDate: refDate, out: out === "" ? true : out }));
    return exitCodes.done;
  },
};

function print({ json, data }: Terminal, { rows, files, samples, verified, changes }: SeedResult): void {
  if (json) {
    data(JSON.stringify({ ok: true, rows, ...(files && { files: files.map(shortPath), ...(files.length === 1 && { file: shortPath(files[0]!) }) }), ...(samples && { samples }), ...(verified !== undefined && { verified }), ...(changes && { changes }) }, plain));
    return;
  }
  if (files) return files.forEach((file) => data(shortPath(file)));
  if (verified !== undefined) return data(`${verified} foreign ${verified === 1 ? "key leads" : "keys lead"} to rows that are there.`);
  for (const [table, count] of Object.entries(rows)) {
    data(`${String(count).padStart(8)}  ${table}`);
    for (const row of samples?.[table] ?? []) data(`          ${JSON.stringify(row, plain)}`);
  }
}

/** Bytes as hexadecimal digits, integers beyond JavaScript's as texts. */
function plain(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : value;
}
