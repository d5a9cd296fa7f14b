import { GravenError } from "../../base/errors.ts";
import type { RevisionOptions, RevisionResult } from "../../commands/revision.ts";
import { exitCodes } from "../exit-codes.ts";
import { shortPath } from "../print-error.ts";
import type { RenamePolicy } from "../prompts.ts";
import type { Terminal } from "../terminal.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  message: string | undefined;
  autogenerate: boolean | undefined;
  empty: boolean | undefined;
  allowEmpty: boolean | undefined;
  revId: string | undefined;
  head: string | undefined;
  splice: boolean | undefined;
  branchLabel: string[] | undefined;
  dependsOn: string[] | undefined;
  folder: string | undefined;
  seed: string[] | undefined;
  sql: boolean | undefined;
  online: string[] | undefined;
  expandContract: boolean | undefined;
  rename: string[] | undefined;
  drop: string[] | undefined;
  renames: RenamePolicy | undefined;
  backfill: string[] | undefined;
  backfillBatch: number | undefined;
  replace: string[] | undefined;
}

export const revision: Verb<Flags> = {
  command: "revision",
  describe: "Write a new revision",
  examples: [
    ['revision --autogenerate -m "add email"', "from what changed in the models"],
    ['revision -m "split name"', "an empty one, to fill in by hand"],
    ['revision -m "more roles" --seed role', "one with a typed block for rows of a table"],
    ["revision --autogenerate --rename users.name:users.full_name", "a column was renamed"],
    ["revision --autogenerate --backfill \"users.email=lower(name) || '@example.com'\"", "what rows that stand shall hold"],
  ],
  builder: (yargs) =>
    yargs
      .option("message", { alias: "m", type: "string", describe: "What the revision does" })
      .option("autogenerate", { alias: "a", type: "boolean", describe: "Diff the models against the last revision" })
      .option("empty", { type: "boolean", describe: "Write an empty revision, whatever changed" })
      .option("allow-empty", { type: "boolean", describe: "Models that declare nothing are meant: drop everything" })
      .option("rev-id", { type: "string", describe: "The id, in place of a random one" })
      .option("head", { type: "string", describe: "The revision to build on (default: the only head; `base` starts a history)" })
      .option("splice", { type: "boolean", describe: "Begin a branch on a revision that is no head" })
      .option("branch-label", { type: "string", array: true, describe: "A label for the branch that begins here" })
      .option("depends-on", { type: "string", array: true, describe: "A revision of another branch that must be applied before" })
      .option("online", { type: "string", array: true, describe: "Indexes, keys, checks, NOT NULL and backfills in the form that lets others write meanwhile: for all tables, or for those named" })
      .option("expand-contract", { type: "boolean", describe: "Two revisions for renames and costly changes of type: old and new stand side by side, in step, until the second is confirmed" })
      .option("folder", { type: "string", describe: "The folder it goes to, where there are several" })
      .option("seed", { type: "string", array: true, describe: "A table that gets an empty block of rows, to fill in by hand" })
      .option("sql", { type: "boolean", describe: "Show the SQL it would run; write nothing" })
      .option("rename", { type: "string", array: true, describe: "old:new, as in users.name:users.full_name" })
      .option("drop", { type: "string", array: true, describe: "A name that really goes and was not renamed" })
      .option("renames", { choices: ["ask", "never", "error"] as const, describe: "What to do where a rename is likely (default: ask on a terminal, else error)" })
      .option("backfill", { type: "string", array: true, describe: "table.column=SQL for rows that stand" })
      .option("backfill-batch", { type: "number", describe: "Fill required columns in batches of so many rows, outside the transaction" })
      .option("replace", { type: "string", array: true, describe: "enum.label=label: what rows hold in place of a label that goes" }) as never,
  run: async (context, flags, terminal) => {
    const { revision: write } = await import("../../commands/revision.ts");
    const options: RevisionOptions = {
      message: flags.message,
      autogenerate: Boolean(flags.autogenerate),
      empty: Boolean(flags.empty),
      allowEmpty: Boolean(flags.allowEmpty),
      revisionId: flags.revId,
      head: flags.head,
      splice: flags.splice,
      branchLabels: flags.branchLabel ?? [],
      dependsOn: flags.dependsOn ?? [],
      folder: flags.folder,
      seeds: flags.seed ?? [],
      sql: Boolean(flags.sql),
      online: flags.online && (flags.online.filter(Boolean).length ? flags.online.filter(Boolean) : true),
      expandContract: Boolean(flags.expandContract),
      renames: flags.rename ?? [],
      drops: flags.drop ?? [],
      backfills: flags.backfill ?? [],
      backfillBatch: batchSize(flags.backfillBatch),
      replacements: flags.replace ?? [],
    };
    tell(terminal, await write(context, options));
    return exitCodes.done;
  },
};

function tell(terminal: Terminal, result: RevisionResult): void {
  if (terminal.json) return terminal.data(JSON.stringify({ ok: true, ...shortened(result) }));
  tellOne(terminal, result);
  if (result.contract) tellOne(terminal, result.contract);
  if (result.contract?.revision !== undefined) terminal.talk(terminal.paint.dim(`\`gen upgrade\` waits before the second until no code uses what it takes away: gen upgrade --confirm ${result.contract.revision}`));
}

function shortened(result: RevisionResult): RevisionResult {
  return { ...result, ...(result.file !== undefined && { file: shortPath(result.file) }), ...(result.contract && { contract: shortened(result.contract) }) };
}

function tellOne(terminal: Terminal, result: RevisionResult): void {
  const { paint } = terminal;
  if (result.sql?.trim() === "") return terminal.talk("An empty revision: it would run no SQL.");
  if (result.sql !== undefined) return terminal.data(result.sql);
  if (result.file === undefined) return terminal.talk("The models equal the last revision: nothing to write.");
  for (const line of result.operations) terminal.talk(`  ${paint.dim("·")} ${line}`);
  for (const { code, message } of result.warnings) terminal.talk(`${paint.yellow(`warning ${code}`)}  ${message}`);
  const told = new Set<string>(result.warnings.map(({ code }) => code));
  const colours = { error: paint.red, warn: paint.yellow, info: paint.cyan } as const;
  const findings = result.findings.filter(({ code, severity }) => severity !== "info" && !told.has(code));
  for (const { code, severity, message } of findings) terminal.talk(`${colours[severity](`${severity} ${code}`)}  ${message}`);
  if (findings.length) terminal.talk(paint.dim(`\`gen review ${result.revision}\` shows the SQL, the locks, and safer ways.`));
  terminal.data(shortPath(result.file));
}

function batchSize(given: number | undefined): number | undefined {
  if (given === undefined || (Number.isInteger(given) && given > 0)) return given;
  throw new GravenError("CLI-002", "--backfill-batch takes a whole number of rows from 1 on.", { hint: "Write it as in: --backfill-batch 10000" });
}
