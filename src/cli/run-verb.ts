import { GravenError } from "../base/errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { errorJson, printError } from "./print-error.ts";
import { duration } from "./report.ts";
import { runOptions, type RunFlags } from "./run-flags.ts";
import { tellPlan, tellRun } from "./tell-run.ts";
import type { Terminal } from "./terminal.ts";
import type { Context } from "../commands/context.ts";
import type { DatabaseOutcome } from "../commands/run-many.ts";

/** Runs upgrade or downgrade as a command line asks for it: on one database, or on many with a summary. */
export async function runVerb(context: Context, direction: "upgrade" | "downgrade", flags: RunFlags, terminal: Terminal): Promise<number> {
  const [{ openConfig }, { databasesOf }] = await Promise.all([import("../commands/project.ts"), import("../commands/databases.ts")]);
  const config = await openConfig(context, { dialectAhead: true });
  const urls = flags.url === undefined ? [] : [flags.url].flat();
  if (flags.sql && (urls.length > 1 || (flags.schema ?? []).length > 1)) throw new GravenError("CLI-002", `--sql prints the SQL for one database, and ${urls.length > 1 ? `--url was given ${urls.length}` : `--schema was given ${flags.schema!.length}`} times.`, { hint: "Print it for one after the other." });
  const many = flags.sql ? undefined : await databasesOf(context, config, { urls, schemas: flags.schema ?? [] });
  if (!many) {
    const run = (await import("../commands/run.ts"))[direction];
    tellRun(terminal, direction, await run({ ...context, ...(flags.schema && { schema: flags.schema[0] }) }, runOptions(flags)));
    return exitCodes.done;
  }
  const { runMany } = await import("../commands/run-many.ts");
  const outcomes = await runMany(many, direction, { ...runOptions(flags), concurrency: flags.concurrency, onFailure: flags.onFailure });
  tellOutcomes(terminal, outcomes);
  return outcomes.every(({ outcome }) => outcome === "done") ? exitCodes.done : exitCodes.failure;
}

function tellOutcomes(terminal: Terminal, outcomes: readonly DatabaseOutcome[]): void {
  const { paint } = terminal;
  if (terminal.json) {
    return terminal.data(JSON.stringify({ ok: outcomes.every(({ outcome }) => outcome === "done"), databases: outcomes.map((each) => (each.outcome === "failed" ? { ...each, errors: each.errors.map(errorJson) } : each)) }));
  }
  for (const each of outcomes) {
    if (each.outcome === "skipped") terminal.data(`${paint.dim("skipped")}  ${each.name}`);
    else if (each.outcome === "done" && each.plan) {
      terminal.data(`${paint.green("plan")}     ${each.name}`);
      tellPlan(terminal, each.plan, `Nothing was run. ${each.name} stands at ${each.heads.join(", ") || "base"}.`);
    } else if (each.outcome === "done") terminal.data(`${paint.green("done")}     ${each.name}  ${each.revisions.length} ${each.revisions.length === 1 ? "revision" : "revisions"}, at ${each.heads.join(", ") || "base"}  ${paint.dim(duration(each.milliseconds))}`);
    else {
      terminal.data(`${paint.red("failed")}   ${each.name}  ${paint.dim(duration(each.milliseconds))}`);
      for (const error of each.errors) printError(terminal, error, { debug: false });
    }
  }
  const count = (outcome: DatabaseOutcome["outcome"]) => outcomes.filter((each) => each.outcome === outcome).length;
  terminal.talk(`${count("done")} done, ${count("failed")} failed, ${count("skipped")} skipped.`);
}
