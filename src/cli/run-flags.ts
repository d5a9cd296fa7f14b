import type { Argv } from "yargs";
import { GravenError } from "../base/errors.ts";
import type { RunOptions } from "../commands/run-options.ts";

/** The flags of a run, whichever way it goes. */
export interface RunFlags {
  readonly target: string | undefined;
  readonly sql: boolean | undefined;
  readonly dryRun: boolean | undefined;
  readonly resume: boolean | undefined;
  readonly allowEdited: boolean | undefined;
  readonly confirm: string[] | undefined;
  readonly lockTimeout: number | undefined;
  readonly statementTimeout: number | undefined;
  readonly lockRetries: number | undefined;
  readonly url: string | readonly string[] | undefined;
  readonly schema: string[] | undefined;
  readonly concurrency: number | undefined;
  readonly onFailure: "stop" | "continue" | undefined;
  readonly transaction: "revision" | "run" | "none" | undefined;
}

export function withRunFlags(yargs: Argv, resume: string): Argv<RunFlags> {
  return withLockTimeout(yargs)
    .option("sql", { type: "boolean", describe: "Print the SQL; run nothing" })
    .option("dry-run", { type: "boolean", describe: "Show the plan with its SQL, locks and risks; run nothing" })
    .option("resume", { type: "boolean", describe: resume })
    .option("allow-edited", { type: "boolean", describe: "Run although applied revisions were edited" })
    .option("statement-timeout", { type: "number", requiresArg: true, describe: "Seconds that a statement may take" })
    .option("lock-retries", { type: "number", requiresArg: true, describe: "Tries more where a lock was not to be had in time (default: 3)" })
    .option("schema", { type: "string", array: true, describe: "The PostgreSQL schema in which everything happens; several for several tenants" })
    .option("concurrency", { type: "number", requiresArg: true, describe: "Databases at once, where there are several (default: 1)" })
    .option("on-failure", { choices: ["stop", "continue"] as const, describe: "What a failure does to databases that have not begun (default: stop)" })
    .option("transaction", { choices: ["revision", "run", "none"] as const, describe: "What one transaction holds (default: revision)" }) as never;
}

/** For commands that take one database, and on PostgreSQL one schema in it. */
export function withSchema<Flags>(yargs: Argv<Flags>): Argv<Flags> {
  return yargs.option("schema", { type: "string", requiresArg: true, describe: "The PostgreSQL schema in which everything happens, as upgrade takes it" }) as never;
}

export function withLockTimeout(yargs: Argv): Argv<{ lockTimeout: number | undefined }> {
  return yargs.option("lock-timeout", { type: "number", requiresArg: true, describe: "Seconds to wait for locks: of another run (default: 60), of tables (default: the server's own)" }) as never;
}

/** Throws CLI-002 for a number that makes no sense. */
export function runOptions({ target, sql, dryRun, resume, allowEdited, confirm, lockTimeout, statementTimeout, lockRetries, concurrency, transaction }: RunFlags): RunOptions {
  refuseSmall("lock-timeout", lockTimeout, 0, "seconds from 0 on");
  refuseSmall("statement-timeout", statementTimeout, 0, "seconds from 0 on");
  refuseSmall("lock-retries", lockRetries, 0, "a whole number from 0 on");
  refuseSmall("concurrency", concurrency, 1, "a whole number from 1 on");
  return { target, sql, dryRun, resume, allowEdited, confirm, lockTimeout, statementTimeout, lockRetries, transaction };
}

function refuseSmall(name: string, value: number | undefined, least: number, takes: string): void {
  if (value === undefined || (value >= least && (takes.startsWith("seconds") || Number.isInteger(value)))) return;
  throw new GravenError("CLI-002", `--${name} takes ${takes}.`, { hint: `Write it as in: --${name} 5` });
}
