import type { Context } from "../../commands/context.ts";
import type { CurrentResult } from "../../commands/current.ts";
import { exitCodes } from "../exit-codes.ts";
import { entryJson, entryLine, entryText } from "../entry.ts";
import type { Terminal } from "../terminal.ts";
import type { Verb } from "../verb.ts";

interface Flags {
  checkHeads: boolean | undefined;
  verbose: boolean | undefined;
  url: string | readonly string[] | undefined;
  schema: string[] | undefined;
}

export const current: Verb<Flags> = {
  command: "current",
  describe: "Show where the database stands",
  manyDatabases: true,
  examples: [
    ["current", "the revisions it is at, of each database where there are several"],
    ["current --check-heads", "exit 1 when it is not at the head"],
  ],
  builder: (yargs) =>
    yargs
      .option("check-heads", { type: "boolean", describe: "Exit 1 when the database is not on all heads" })
      .option("schema", { type: "string", array: true, requiresArg: true, describe: "The PostgreSQL schema in which everything happens; several for several tenants" })
      .option("verbose", { alias: "v", type: "boolean", describe: "With files and times" }) as never,
  run: async (context, flags, terminal) => {
    const [{ current: read }, { openConfig }, { databasesOf }] = await Promise.all([import("../../commands/current.ts"), import("../../commands/project.ts"), import("../../commands/databases.ts")]);
    const many = await databasesOf(context, await openConfig(context, { dialectAhead: true }), { urls: flags.url === undefined ? [] : [flags.url].flat(), schemas: flags.schema ?? [] });
    const results = many ? await readAll(many, read) : [await read({ ...context, ...(flags.schema && { schema: flags.schema[0] }) })];
    if (!terminal.json) for (const [at, result] of results.entries()) tell(terminal, result, flags, many?.[at]?.name);
    else if (many) terminal.data(JSON.stringify({ ok: true, databases: results.map((result, at) => ({ name: many[at]!.name, ...resultJson(result) })) }));
    else terminal.data(JSON.stringify({ ok: true, ...resultJson(results[0]!) }));
    return flags.checkHeads && results.some(({ isAtHead }) => !isAtHead) ? exitCodes.findings : exitCodes.done;
  },
};

/** One after the other: how long it takes matters less than that a server is not asked by hundreds at once. */
async function readAll(many: readonly { readonly context: Context }[], read: (context: Context) => Promise<CurrentResult>): Promise<CurrentResult[]> {
  const results: CurrentResult[] = [];
  for (const { context } of many) results.push(await read(context));
  return results;
}

function resultJson({ current: entries, ...rest }: CurrentResult) {
  return { ...rest, current: entries.map(entryJson) };
}

function tell(terminal: Terminal, { database, current: entries, isAtHead, halfApplied, edited, within }: CurrentResult, flags: Flags, name: string | undefined): void {
  if (name !== undefined) terminal.data(terminal.paint.bold(`${name}:`));
  if (flags.verbose && entries.length) terminal.talk(`The ${database} stands at:\n`);
  for (const entry of entries) terminal.data(flags.verbose ? `${entryText(entry)}\n` : entryLine(entry));
  if (!entries.length && !within) terminal.talk(`The ${flags.verbose ? database : "database"} stands at base: no revision is applied.`);
  if (within) terminal.talk(`Of what ${within.revision} stands for, ${within.missing.join(", ")} ${within.missing.length === 1 ? "is" : "are"} missing: \`gen upgrade\` applies ${within.missing.length === 1 ? "it" : "them"} first.`);
  if (halfApplied) terminal.data(`${halfApplied.revision} stopped in the middle of its ${halfApplied.direction}: ${halfApplied.stepsDone} of ${halfApplied.stepsTotal} steps are done${halfApplied.error === null ? "; it was cut off" : `: ${halfApplied.error}`}`);
  for (const id of edited) terminal.talk(`${terminal.paint.yellow("RUN-050")}  Revision "${id}" was edited after it was applied.`);
  if (flags.checkHeads && !isAtHead) terminal.talk("The database is not on all heads.");
}
